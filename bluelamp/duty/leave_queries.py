"""Reading leave: who else of the unit is away on its days, which duties stand on them, which gaps it would leave."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bluelamp.deadlines.instants import local_day
from bluelamp.duty.changed_cover import UnitDays
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.document import Document
from bluelamp.duty.mine_queries import PUBLISHED, Shown, duties_of_officer
from bluelamp.duty.models import Absence, Post, Roster
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.swapping import Missing, worse
from bluelamp.places.law_in_force import law_of

LONGEST_SHOWN = 62
"""Days that are listed one by one; of longer leave the first so many."""


@dataclass(frozen=True, kw_only=True)
class AwayThen:
    """A day of the leave and who else of the unit is away on it."""

    day: date
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LeaveEffect:
    """What leave would do to the published rosters: its duties that somebody else must work, and gaps that it makes.

    `unpublished`: how many of its days no published roster covers yet.
    """

    duties: tuple[Shown, ...]
    missing: tuple[Missing, ...]
    unpublished: int


def effect_of_leave(officer: int, unit: str, first: date, last: date) -> LeaveEffect:
    """What would be short if this officer's duties that touch these days were gone, as the rosters stand now."""
    cover, law = cover_in_force(), law_of("duty")
    known = duties_of_officer(officer, begins=first - DAY, ends=last + DAY, cover=cover)
    duties = tuple(one for one in known if _touches(one.begins, one.ends, first, last))
    ref = f"officer:{officer}"

    def without(one: Document) -> Document | None:
        begins, ends = (datetime.fromisoformat(one[name]) for name in ("begins", "ends"))
        return None if one["officer"] == ref and _touches(begins, ends, first, last) else one

    missing: list[Missing] = []
    covered = 0
    for roster in Roster.objects.filter(state=PUBLISHED, begins__lte=last, ends__gt=first):
        begins, ends = max(first, roster.begins), min(last, roster.ends - DAY)
        covered += (ends - begins).days + 1
        if unit in cover.units:
            days = UnitDays(roster, unit, begins, ends, cover=cover, law=law)
            missing += worse(days.missing, days.missing_if(without))
    return LeaveEffect(duties=duties, missing=tuple(missing), unpublished=(last - first).days + 1 - covered)


def others_away(officer: int, unit: str, first: date, last: date) -> list[AwayThen]:
    """Day by day, who else of the unit is away or has asked to be; sickness is said only as being away."""
    people = Post.objects.filter(unit=unit, officer__is_active=True).exclude(officer=officer).values("officer")
    live = (Absence.State.GRANTED, Absence.State.ASKED)
    rows = Absence.objects.filter(officer__in=people, state__in=live, first__lte=last, last__gte=first)
    found = list(rows.select_related("officer").order_by("officer__collar_number", "first"))
    days = (first + n * DAY for n in range(min((last - first).days + 1, LONGEST_SHOWN)))
    return [
        AwayThen(day=day, names=tuple(_named(one) for one in found if one.first <= day <= one.last)) for day in days
    ]


def strength_of(unit: str) -> int:
    """How many officers belong to a unit, specials not counted."""
    return Post.objects.filter(unit=unit, officer__is_active=True, is_special=False).count()


def _named(row: Absence) -> str:
    why = "asked for leave" if row.state == Absence.State.ASKED else _WHY.get(row.kind, "away")
    return f"{row.officer}: {why}"


_WHY = {"leave": "leave", "court": "court", "training": "training"}


def _touches(begins: datetime, ends: datetime, first: date, last: date) -> bool:
    return local_day(begins) <= last and local_day(ends - timedelta(minutes=1)) >= first
