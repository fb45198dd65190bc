"""How many cells of each suite are free in the next hours, from who is in, who is on the way and the usual arrivals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from math import ceil, sqrt

from bluelamp.deadlines.calendars import PACE_COURT
from bluelamp.deadlines.elapsed import between
from bluelamp.deadlines.instants import as_local, instant, local, local_day
from bluelamp.deadlines.law import Law

HOUR = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Suite:
    """A suite as it stands: all its cells, and those closed now."""

    name: str
    cells: int
    closed: int = 0


@dataclass(frozen=True, kw_only=True)
class Held:
    """Somebody in a suite. `leaves_by`: the limit of the detention clock, or None where it does not run.

    `charged`: kept for court, so that no length of stay applies: gone by the morning's van.
    """

    suite: str
    arrived_at: datetime
    leaves_by: datetime | None = None
    charged: bool = False


@dataclass(frozen=True, kw_only=True)
class Coming:
    """Somebody on the way, by the time at which they are expected."""

    suite: str
    eta: datetime


@dataclass(frozen=True, kw_only=True)
class Change:
    """Cells that close, or open again where `opens`, at a time that is known."""

    suite: str
    at: datetime
    cells: int
    opens: bool = False


@dataclass(frozen=True, kw_only=True)
class Hour:
    """A suite at one instant. `held` is what is expected, `most` is not passed nine times in ten; thousandths."""

    at: datetime
    open_cells: int
    held: int
    most: int

    @property
    def free(self) -> int:
        """Cells free as expected; below nought where there are too few."""
        return self.open_cells - (self.held + 500) // 1000

    @property
    def free_at_worst(self) -> int:
        """Cells free if more stay and more come than usual."""
        return self.open_cells - ceil(self.most / 1000)

    @property
    def state(self) -> str:
        """One of "full", "may be full", "room"."""
        return "full" if self.free <= 0 else "may be full" if self.free_at_worst <= 0 else "room"


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """One suite's hours, and what they mean in plain words."""

    suite: str
    hours: tuple[Hour, ...]
    words: str


@dataclass(frozen=True, kw_only=True)
class _Assumed:
    """The assumptions on the day of the forecast."""

    arrivals: Sequence[int]
    still_held: Sequence[int]
    margin: int
    van: int


def forecast(
    *,
    suites: Sequence[Suite],
    held: Iterable[Held],
    coming: Iterable[Coming],
    changes: Iterable[Change] = (),
    law: Law,
    at: datetime,
    hours: int = 12,
) -> tuple[Forecast, ...]:
    """Each suite at the next `hours` whole hours of the clock, in the order given.

    Who is in leaves by the lengths of stay assumed, and for certain when the detention clock ends; who is kept for
    court, by the next van on a day when a court sits. Arrivals by the rate assumed for that hour, shared by the
    suites' cells; people already on the way count among them. Raises ValueError for a suite with no cells at all.
    """
    if any(suite.cells < 1 for suite in suites):
        raise ValueError("A suite without cells has no forecast.")
    assumed = _assumptions(law, local_day(at))
    people, expected, known = tuple(held), tuple(coming), tuple(changes)
    points = _points(at, hours)
    every = sum(suite.cells for suite in suites)
    return tuple(
        _of_suite(
            suite,
            [each for each in people if each.suite == suite.name],
            [each for each in expected if each.suite == suite.name],
            [each for each in known if each.suite == suite.name],
            suite.cells / every,
            (instant(at), *points),
            assumed,
        )
        for suite in suites
    )


def _assumptions(law: Law, on: date) -> _Assumed:
    return _Assumed(
        arrivals=law.value("forecast.arrivals", on=on).items,
        still_held=law.value("forecast.still_held", on=on).items,
        margin=law.value("forecast.margin", on=on).number,
        van=law.value("forecast.court_van", on=on).number,
    )


def _points(at: datetime, hours: int) -> list[datetime]:
    first = instant(at).replace(minute=0, second=0, microsecond=0) + HOUR
    return [first + number * HOUR for number in range(hours)]


def _of_suite(
    suite: Suite,
    held: list[Held],
    coming: list[Coming],
    changes: list[Change],
    share: float,
    times: Sequence[datetime],
    assumed: _Assumed,
) -> Forecast:
    now, points = times[0], times[1:]
    usual = [_usual(start, end, coming, share, assumed) for start, end in zip(times, points, strict=False)]
    found = []
    for point in points:
        certain = [_stays(each, now, point, assumed) for each in held]
        certain += [_still(between(each.eta, point), assumed) for each in coming if instant(each.eta) <= point]
        more = sum(rate * _still(between(when, point), assumed) for when, rate in usual if when < point)
        likely = sum(certain) + more
        spread = sqrt(sum(share * (1 - share) for share in certain) + more)
        found.append(
            Hour(
                at=point,
                open_cells=_open(suite, changes, now, point),
                held=round(likely * 1000),
                most=round((likely + assumed.margin / 100 * spread) * 1000),
            )
        )
    return Forecast(suite=suite.name, hours=tuple(found), words=_words(suite.name, found))


def _usual(
    start: datetime, end: datetime, coming: Iterable[Coming], share: float, assumed: _Assumed
) -> tuple[datetime, float]:
    """The middle of a stretch, and how many more than those known to be coming are usual in it."""
    span = between(start, end)
    rate = assumed.arrivals[as_local(start).hour] / 100 * share * (span / HOUR)
    known = sum(start <= instant(each.eta) < end for each in coming)
    return start + span / 2, max(rate - known, 0.0)


def _stays(one: Held, now: datetime, point: datetime, assumed: _Assumed) -> float:
    """How likely somebody held now is still held at `point`."""
    if one.charged:
        return 0.0 if point >= _van(now, assumed.van) else 1.0
    if one.leaves_by and now < instant(one.leaves_by) <= point:
        return 0.0
    already = _still(between(one.arrived_at, now), assumed)
    return min(_still(between(one.arrived_at, point), assumed) / already, 1.0) if already else 1.0


def _still(span: timedelta, assumed: _Assumed) -> float:
    """The share still held so long after arrival, between the whole hours in a straight line."""
    whole, rest = divmod(max(span, timedelta()), HOUR)
    table = assumed.still_held
    if whole >= len(table) - 1:
        return table[-1] / 1000
    return (table[whole] + (table[whole + 1] - table[whole]) * (rest / HOUR)) / 1000


def _van(now: datetime, hour: int) -> datetime:
    """The next morning's van to a court that sits."""
    day = local_day(now)
    while not PACE_COURT.is_working(day) or local(day, time(hour)) <= now:
        day += timedelta(days=1)
    return local(day, time(hour)).astimezone(UTC)


def _open(suite: Suite, changes: Iterable[Change], now: datetime, point: datetime) -> int:
    """Cells open at `point`: never fewer than none, nor more than there are."""
    due = [each for each in changes if now < instant(each.at) <= point]
    more = sum(each.cells if each.opens else -each.cells for each in due)
    return min(max(suite.cells - suite.closed + more, 0), suite.cells)


def _words(name: str, hours: Sequence[Hour]) -> str:
    said = []
    for state, run in groupby(hours, key=lambda each: each.state):
        stretch = list(run)
        if state != "room":
            how = "is likely to be full" if state == "full" else "may be full"
            last = stretch[-1].at == hours[-1].at
            until = "on" if last else f"to {_hour(stretch[-1].at + HOUR)}"
            said.append(f"{name} {how} from {_hour(stretch[0].at)} {until}.")
    if said:
        return " ".join(said)
    least = min(hours, key=lambda each: each.free)
    return f"{name} has room throughout: {least.free} free at the least, at {_hour(least.at)}."


def _hour(at: datetime) -> str:
    return f"{as_local(at):%H:%M}"
