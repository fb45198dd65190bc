"""Reading what is an officer's own: duties day by day, what they were told, swaps, leave, their account of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import Q, QuerySet

from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import as_local, local_day
from bluelamp.duty.cover_in_force import cover_in_force
from bluelamp.duty.models import Absence, DutyNotice, PlannedDuty, Post, Roster, Swap, TimeEntry, Wish
from bluelamp.duty.rules.cover import Cover
from bluelamp.duty.rules.duties import DAY, WEEK, Duty, is_public_holiday
from bluelamp.duty.rules.fatigue import AHEAD, BACK, Fact, facts, rules_beside, worked
from bluelamp.duty.rules.words import stretch
from bluelamp.places.law_in_force import law_of

WEEKS_AHEAD = 4
PUBLISHED = Roster.State.PUBLISHED


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One duty as its officer reads it. `clocks`: how long it really is, where the clocks change in it."""

    pk: int
    day: date
    name: str
    unit: str
    begins: datetime
    ends: datetime
    on_call: bool
    clocks: str = ""

    @property
    def words(self) -> str:
        """Tue 24 Nov 2026, 07:00 to 15:00."""
        return stretch(self.begins, self.ends)

    @property
    def titled(self) -> str:
        """Late, Tue 24 Nov 2026, 15:00 to 24:00."""
        return f"{self.name}, {self.words}"

    @property
    def hours(self) -> str:
        """15:00 to 24:00."""
        return self.words.partition(", ")[2].removesuffix(" the next day")

    @property
    def length(self) -> str:
        """9 h, in elapsed hours."""
        return in_words(self.ends - self.begins)

    def runs(self, at: datetime) -> bool:
        """Whether it has begun and not ended."""
        return self.begins <= at < self.ends


@dataclass(frozen=True, kw_only=True)
class DayShown:
    """One day: duties, why one is away, the strength of a wish, and whether a roster is published for it."""

    day: date
    duties: tuple[Shown, ...] = ()
    away: str = ""
    asked: bool = False
    wish: int = 0
    published: bool = True

    @property
    def holiday(self) -> bool:
        """Whether it is a public holiday: a published roster says so (reg. 22)."""
        return is_public_holiday(self.day)


@dataclass(frozen=True, kw_only=True)
class WeekShown:
    """The days of one week that are shown."""

    monday: date
    days: tuple[DayShown, ...]

    @property
    def is_out(self) -> bool:
        """Whether there is anything to say of it: a published roster, or something of one's own."""
        return any(one.published or one.duties or one.away or one.asked or one.wish for one in self.days)


def duties_of_officer(officer: int, *, begins: date, ends: date, cover: Cover | None = None) -> list[Shown]:
    """The published duties of one officer from a day up to before another, in order of time; one statement or two."""
    shifts = cover or cover_in_force()
    rows = PlannedDuty.objects.filter(
        officer=officer, roster__state=PUBLISHED, day__gte=begins, day__lt=ends
    ).order_by("during", "kind")  # fmt: skip
    return [shown(row, shifts) for row in rows]


def fatigue_of(officer: int, *, at: datetime) -> tuple[Fact, ...]:
    """What an officer worked of late and how long they rest next, by the published roster, beside the rules."""
    law = law_of("duty")
    rows = PlannedDuty.objects.filter(
        officer=officer, roster__state=PUBLISHED, kind=PlannedDuty.Kind.DUTY, during__overlap=(at - BACK, at + AHEAD)
    )
    duties = [Duty(begins=span.lower, ends=span.upper) for span in rows.values_list("during", flat=True)]
    return facts(worked(duties, at=at, law=law), rules_beside(at=at, law=law))


def shown(row: PlannedDuty, cover: Cover) -> Shown:
    """A planned duty in the words of the borough's cover."""
    shift, unit = cover.shifts.get(row.shift), cover.units.get(row.unit)
    begins, ends = row.during.lower, row.during.upper
    return Shown(
        pk=row.pk,
        day=row.day,
        name=shift.name if shift else row.shift,
        unit=unit.name if unit else row.unit,
        begins=begins,
        ends=ends,
        on_call=row.kind == PlannedDuty.Kind.ON_CALL,
        clocks=_clocks(begins, ends),
    )


def _clocks(begins: datetime, ends: datetime) -> str:
    """That the clocks go back or forward in it, "" where they do not."""
    first, last = (as_local(one).utcoffset() or timedelta() for one in (begins, ends))
    if first == last:
        return ""
    return f"{in_words(ends - begins)}: the clocks go {'back' if last < first else 'forward'}"


def days_of_officer(officer: int, *, begins: date, ends: date) -> list[DayShown]:
    """Every day from `begins` up to before `ends`; five statements."""
    duties = duties_of_officer(officer, begins=begins, ends=ends)
    away, asked = _away(officer, begins, ends)
    wishes = dict(Wish.objects.filter(officer=officer, day__gte=begins, day__lt=ends).values_list("day", "strength"))
    out = list(Roster.objects.filter(state=PUBLISHED, begins__lt=ends, ends__gt=begins).values_list("begins", "ends"))
    return [
        DayShown(
            day=day,
            duties=tuple(one for one in duties if one.day == day),
            away=away.get(day, ""),
            asked=day in asked,
            wish=wishes.get(day, 0),
            published=any(first <= day < last for first, last in out),
        )
        for day in (begins + n * DAY for n in range((ends - begins).days))
    ]


def by_week(days: Sequence[DayShown]) -> list[WeekShown]:
    """Days by the Monday of their week."""
    weeks = groupby(days, key=lambda one: one.day - one.day.weekday() * DAY)
    return [WeekShown(monday=monday, days=tuple(rows)) for monday, rows in weeks]


def shown_until(today: date) -> date:
    """The Monday up to before which duties are shown: the rest of this week and four more."""
    return today - today.weekday() * DAY + (WEEKS_AHEAD + 1) * WEEK * DAY


def next_up(officer: int, *, at: datetime) -> list[Shown]:
    """What runs now or begins today, else the next that begins; a call beside a duty stands after it."""
    today = local_day(at)
    known = [one for one in duties_of_officer(officer, begins=today - DAY, ends=shown_until(today)) if one.ends > at]
    now = [one for one in known if one.runs(at) or local_day(one.begins) == today]
    found = now or known[:1]
    return sorted(found, key=lambda one: (one.on_call, one.begins))


def _away(officer: int, begins: date, ends: date) -> tuple[dict[date, str], set[date]]:
    live = (Absence.State.GRANTED, Absence.State.ASKED)
    rows = Absence.objects.filter(officer=officer, state__in=live, first__lt=ends, last__gte=begins)
    away: dict[date, str] = {}
    asked: set[date] = set()
    for row in rows:
        days = {row.first + n * DAY for n in range((row.last - row.first).days + 1)}
        if row.state == Absence.State.GRANTED:
            away |= dict.fromkeys(days, Absence.KINDS[row.kind])
        else:
            asked |= days
    return away, asked


def unread(officer: int) -> QuerySet[DutyNotice]:
    """What an officer was told and has not read, oldest first."""
    return DutyNotice.objects.filter(officer=officer, read_at=None).order_by("told_at", "pk")


def open_swaps(officer: int) -> QuerySet[Swap]:
    """Swaps that wait for an answer, offered to this officer or by them, with both officers and the roster."""
    mine = Q(giver=officer) | Q(taker=officer)
    found = Swap.objects.filter(mine, state=Swap.State.OFFERED, roster__state=PUBLISHED)
    return found.select_related("giver", "taker", "roster").order_by("offered_at", "pk")


def leave_of(officer: int, *, since: date) -> QuerySet[Absence]:
    """Leave that an officer asked for and that is not over, soonest first."""
    return Absence.objects.filter(officer=officer, kind="leave", last__gte=since).order_by("first", "pk")


def unit_of(officer: int) -> str:
    """The roster's unit of an officer, "" for somebody without a place in the establishment."""
    return Post.objects.filter(officer=officer).values_list("unit", flat=True).first() or ""


@dataclass(frozen=True, kw_only=True)
class Account:
    """One kind of time: the sum and its lines, newest first. Minutes are said as hours."""

    kind: str
    sum: str
    lines: tuple[tuple[TimeEntry, str], ...]


def time_account(officer: int) -> Iterator[Account]:
    """An officer's account of time by kind."""
    rows = list(TimeEntry.objects.filter(officer=officer).order_by("kind", "-day", "pk"))
    for kind, found in groupby(rows, key=lambda one: one.kind):
        lines = list(found)
        yield Account(
            kind=TimeEntry.Kind(kind).label.split(",")[0],
            sum=_amount(kind, sum(one.amount for one in lines)),
            lines=tuple((one, _amount(kind, one.amount)) for one in lines),
        )


def _amount(kind: str, amount: int) -> str:
    if kind in (TimeEntry.Kind.OVERTIME, TimeEntry.Kind.TIME_BACK):
        return in_words(timedelta(minutes=amount))
    return f"{amount} day" if amount == 1 else f"{amount} days"
