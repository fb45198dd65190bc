"""What an officer's calendar is told: their own published duties, days at court and of training, and their leave."""

from datetime import date, datetime, timedelta

from bluelamp.deadlines.instants import local_day, start_of_day
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.mine_queries import PUBLISHED
from bluelamp.duty.models import Absence, CalendarFeed, PlannedDuty
from bluelamp.duty.rules.calendar_text import Entry
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.planning import Away

REACHES_BACK = timedelta(weeks=4)
SHOWN = (Away.LEAVE, Away.COURT, Away.TRAINING)


def feed_with(secret_hash: str) -> CalendarFeed | None:
    """The feed in force whose secret has this hash, of an officer who still serves."""
    return CalendarFeed.objects.filter(
        secret_hash=secret_hash, revoked_at=None, officer__is_active=True
    ).first()  # fmt: skip


def feed_of(officer: int) -> CalendarFeed | None:
    """The feed in force of an officer."""
    return CalendarFeed.objects.filter(officer=officer, revoked_at=None).first()


def entries_of(officer: int, *, at: datetime) -> list[Entry]:
    """From four weeks back: each duty, named by its shift and unit alone, then days away. No other person is in it."""
    return [*_duties(officer, at), *_days_away(officer, at)]


def _days_away(officer: int, at: datetime) -> list[Entry]:
    """Whole days; never that somebody is sick."""
    rows = Absence.objects.filter(
        officer=officer, state=Absence.State.GRANTED, kind__in=SHOWN, last__gte=local_day(at) - REACHES_BACK
    )
    return [
        Entry(
            uid=f"{row.first.isoformat()}-{row.kind}-{officer}@bluelamp",
            begins=start_of_day(row.first),
            ends=start_of_day(row.last + DAY),
            summary=Absence.KINDS[row.kind],
            changed_at=row.told_at,
            whole_days=True,
        )
        for row in rows.order_by("first", "pk")
    ]


def _duties(officer: int, at: datetime) -> list[Entry]:
    since, cover = local_day(at) - REACHES_BACK, cover_in_force()
    rows = PlannedDuty.objects.filter(officer=officer, roster__state=PUBLISHED, day__gte=since)
    seen: dict[tuple[date, str], int] = {}
    found = []
    for row in rows.select_related("roster").order_by("during", "kind"):
        seen[row.day, row.kind] = number = seen.get((row.day, row.kind), 0) + 1
        shift, unit = cover.shifts.get(row.shift), cover.units.get(row.unit)
        found.append(
            Entry(
                uid=f"{row.day.isoformat()}-{row.kind}-{number}-{officer}@bluelamp",
                begins=row.during.lower,
                ends=row.during.upper,
                summary=f"{shift.name if shift else row.shift}, {unit.name if unit else row.unit}",
                changed_at=row.roster.changed_at,
                sequence=row.roster.version,
                busy=row.kind == PlannedDuty.Kind.DUTY,
            )
        )
    return found
