"""Which suite to go to, and how long a slot there is held (capacity before transport)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused

POLICY = "Force policy: slot asked before transport"


@dataclass(frozen=True, kw_only=True)
class Closure:
    """A planned closure of so many cells; `ended_at` None: nobody knows until when. `whole`: of the whole suite."""

    cells: int
    began_at: datetime
    ended_at: datetime | None = None
    why: str = ""
    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class Fit:
    """Free cells for one person. good: those against no rule. possible: those that no hard rule forbids.

    need: what this person needs, in words, such as "a child's room".
    """

    good: int
    possible: int
    need: str = ""


@dataclass(frozen=True, kw_only=True)
class Suite:
    """A suite as it stands. Counts of cells; drive in minutes; `queue`: people waiting to be booked in.

    `closed` counts planned closures that will be in force on arrival; `ahead` are those that come later.
    """

    name: str
    cells: int
    occupied: int
    closed: int = 0
    reserved: int = 0
    drive_minutes: int
    queue: int = 0
    taking: bool = True
    fit: Fit | None = None
    ahead: tuple[Closure, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ranked:
    """A suite in its place, with minutes until the desk can start and why it stands there."""

    suite: Suite
    minutes: int
    verdict: Verdict
    because: tuple[str, ...]


def free_cells(*, suite: Suite) -> int:
    """Cells less those occupied, closed, and held for people on their way; may be negative."""
    return suite.cells - suite.occupied - suite.closed - suite.reserved


def ranked(*, suites: Iterable[Suite], law: Law, on: date) -> list[Ranked]:
    """Suites with the best first, then by minutes, then name.

    Those that can take this person stand before those that cannot, and those with a cell that fits before those where
    an inspector would have to set a soft rule aside.
    """
    found = [_ranked(suite, law, on) for suite in suites]
    return sorted(found, key=lambda each: (not each.verdict.allowed, _unfit(each.suite), each.minutes, each.suite.name))


def _unfit(suite: Suite) -> bool:
    return suite.fit is not None and suite.fit.good <= 0


def in_force(*, closures: Iterable[Closure], at: datetime) -> list[Closure]:
    """Planned closures that hold at an instant: from their beginning, up to but without their end."""
    return [
        each
        for each in closures
        if instant(each.began_at) <= instant(at) and (each.ended_at is None or instant(at) < instant(each.ended_at))
    ]


def ahead(*, closures: Iterable[Closure], at: datetime, law: Law) -> list[Closure]:
    """Planned closures that begin after `at` and soon enough to be told to a crew, the soonest first."""
    value = law.value("slots.closure_ahead", on=local_day(at))
    until = instant(at) + value.span
    found = [each for each in closures if instant(at) < instant(each.began_at) <= until]
    return sorted(found, key=lambda each: instant(each.began_at))


def _ranked(suite: Suite, law: Law, on: date) -> Ranked:
    free = free_cells(suite=suite)
    wait = suite.queue * law.value("slots.wait_for_one_in_queue", on=on).number
    nearly_full = 0 < free <= law.value("slots.few_free", on=on).number
    penalty = law.value("slots.nearly_full", on=on).number if nearly_full else 0
    because = [f"{suite.drive_minutes} min drive.", f"{max(free, 0)} of {suite.cells} cells free."]
    if suite.queue:
        because.append(f"{suite.queue} waiting to be booked in, about {wait} min.")
    because += _for_this_person(suite)
    because += [_coming(each) for each in suite.ahead]
    if penalty:
        because.append(f"Nearly full, counted as {penalty} min more.")
    minutes = suite.drive_minutes + wait + penalty
    return Ranked(suite=suite, minutes=minutes, verdict=may_accept(suite=suite), because=tuple(because))


def _for_this_person(suite: Suite) -> list[str]:
    fit = suite.fit
    if fit is None or not fit.need:
        return []
    if fit.good > 0:
        return [f"{fit.good} of them fit: {fit.need}."]
    return [f"None that fits is free: {fit.need}. An inspector would have to set that aside, with a reason."]


def _coming(closure: Closure) -> str:
    what = "The whole suite closes" if closure.whole else f"{closure.cells} cells close"
    until = f" until {spoken(closure.ended_at)}" if closure.ended_at else ", no end known"
    return f"{what} from {spoken(closure.began_at)}{until}: {closure.why}."


def may_accept(*, suite: Suite) -> Verdict:
    """Whether the suite can take one more; full or closed, the journey is diverted to the next suite."""
    if not suite.taking:
        return refused(f"{suite.name} is not taking anyone.", POLICY, field="suite")
    if free_cells(suite=suite) <= 0:
        return refused(f"{suite.name} has no free cell.", POLICY, field="suite")
    if suite.fit is not None and suite.fit.possible <= 0:
        need = suite.fit.need or "for this person"
        return refused(f"{suite.name} has no free cell that fits: {need}.", "Force policy; Code C 8", field="suite")
    return allowed(f"{suite.name} has room.", POLICY)


def lapse(*, arrival_expected_at: datetime, law: Law) -> Deadline:
    """When a slot that was accepted is given up: 45 min after the arrival that was said."""
    value = law.value("slots.lapse", on=local_day(arrival_expected_at))
    due = instant(arrival_expected_at) + value.span
    steps = (f"Arrival expected {spoken(arrival_expected_at)}.", f"Held {in_words(value.span)} more: {spoken(due)}.")
    return Deadline(due=due, because=steps, basis=value.source)


def diversion_minutes(*, refused_by: Suite, sent_to: Suite) -> int:
    """Extra minutes of journey that a diversion costs; negative where the other suite is nearer."""
    return sent_to.drive_minutes - refused_by.drive_minutes


def answer_by(*, asked_at: datetime, law: Law) -> Deadline:
    """By when a suite answers a crew that asks for a slot."""
    value = law.value("slots.answer_within", on=local_day(asked_at))
    return span_after(asked_at, value.span, basis=value.source, event="Slot asked")
