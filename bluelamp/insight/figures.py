"""The figures of a period, from ledger entries alone: one pass over the facts of the events named."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bluelamp.deadlines.instants import local_day
from bluelamp.insight.rules.peaks import peak
from bluelamp.insight.rules.percentiles import percentile
from bluelamp.insight.rules.shares import Share, counted
from bluelamp.ledger.queries import Line, facts_of
from bluelamp.owed.registry import kinds

GRADES = ("G1", "G2", "G3")
CELLS_BEFORE = timedelta(days=4)
"""How long before the period somebody may have come into a cell they are still in: the law's longest detention."""
ANSWER_TARGET_MS = {"999": 10_000, "101": 90_000, "HELP_POINT": 10_000}
IN_CELLS = ("custody.cell_entered", "custody.cell_left")
SETTLED = {"owed.kept": "kept", "owed.done_late": "late", "owed.broken": "broken"}


@dataclass(frozen=True, kw_only=True)
class Broken:
    """One kind of promise: how many were kept, late and broken."""

    kind: str
    kept: int
    late: int
    broken: int

    @property
    def due(self) -> int:
        return self.kept + self.late + self.broken


@dataclass(kw_only=True)
class Figures:
    """The figures of [since, until). Shares keep numerator and denominator; minutes are None where nothing was
    measured. `attended` counts incidents that a unit reached or that were due and not reached."""

    since: datetime
    until: datetime
    calls: Counter[date] = field(default_factory=Counter)
    incidents: Counter[date] = field(default_factory=Counter)
    arrests: Counter[date] = field(default_factory=Counter)
    crimes: Counter[date] = field(default_factory=Counter)
    answered: dict[str, Share] = field(default_factory=dict)
    abandoned: int = 0
    attended: dict[str, Share] = field(default_factory=dict)
    attended_by_settlement: dict[str, Share] = field(default_factory=dict)
    drive_minutes: list[float] = field(default_factory=list)
    suite_minutes: list[float] = field(default_factory=list)
    recorded_in_24h: Share = field(default_factory=Share)
    victims_named: Share = field(default_factory=Share)
    told_in_time: Share = field(default_factory=Share)
    referred_in_time: Share = field(default_factory=Share)
    assessed_in_time: Share = field(default_factory=Share)
    to_meeting_in_time: Share = field(default_factory=Share)
    reviews_on_time: Share = field(default_factory=Share)
    visits_on_time: Share = field(default_factory=Share)
    rest_kept: Share = field(default_factory=Share)
    diversions: int = 0
    authorised_minutes: list[float] = field(default_factory=list)
    kept: int = 0
    late: int = 0
    broken: int = 0
    promises: list[Broken] = field(default_factory=list)
    promises_by_day: dict[date, Broken] = field(default_factory=dict)
    cells_peak: dict[str, int] = field(default_factory=dict)
    held_now: dict[str, int] = field(default_factory=dict)

    @property
    def days(self) -> float:
        """The length of the period in days of 24 hours."""
        return (self.until - self.since) / timedelta(days=1)

    def a_day(self, counts: Counter[date]) -> float:
        """The mean a day."""
        return sum(counts.values()) / self.days

    @property
    def drive_p50(self) -> float | None:
        return percentile(self.drive_minutes, 0.5)

    @property
    def suite_p50(self) -> float | None:
        return percentile(self.suite_minutes, 0.5)

    @property
    def authorised_p50(self) -> float | None:
        """Minutes from arrival until detention is authorised."""
        return percentile(self.authorised_minutes, 0.5)


@dataclass(kw_only=True)
class Tally:
    """What the pass over the entries collects, by record where entries must be joined."""

    found: Figures
    waits: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    place: dict[str, str] = field(default_factory=dict)
    due: dict[str, tuple[str, datetime | None]] = field(default_factory=dict)
    reached: dict[str, datetime] = field(default_factory=dict)
    arrests: dict[str, datetime] = field(default_factory=dict)
    elsewhere: set[str] = field(default_factory=set)
    crime_owed: dict[str, datetime] = field(default_factory=dict)
    decided: dict[str, bool] = field(default_factory=dict)
    harmed: list[str] = field(default_factory=list)
    victims: set[str] = field(default_factory=set)
    owed: dict[tuple[str, object], datetime] = field(default_factory=dict)
    told: dict[tuple[str, object], bool] = field(default_factory=dict)
    journeys: dict[str, datetime] = field(default_factory=dict)
    overdue: dict[tuple[str, str, str], date] = field(default_factory=dict)
    settled: dict[tuple[str, date], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def figures(since: datetime, until: datetime) -> Figures:
    """Work everything out; two statements."""
    cells = facts_of(IN_CELLS, since=since - CELLS_BEFORE, until=until)
    return worked_out(facts_of(sorted(READ), since=since, until=until), cells, since=since, until=until)


def worked_out(lines: Iterable[Line], cells: Iterable[Line], *, since: datetime, until: datetime) -> Figures:
    """The figures from the entries themselves, in their order."""
    tally = Tally(found=Figures(since=since, until=until))
    for line in lines:
        READ[line.event](tally, line)
    _finish(tally)
    _cells(tally.found, cells)
    return tally.found


def _rang(tally: Tally, line: Line) -> None:
    tally.found.calls[local_day(line.occurred_at)] += 1


def _answered(tally: Tally, line: Line) -> None:
    if line.facts["channel"] in ANSWER_TARGET_MS and not line.facts.get("test"):
        tally.waits[line.facts["channel"]].append(line.facts["waited_ms"] <= ANSWER_TARGET_MS[line.facts["channel"]])


def _abandoned(tally: Tally, line: Line) -> None:
    tally.found.abandoned += not line.facts.get("test")


def _logged(tally: Tally, line: Line) -> None:
    tally.found.incidents[local_day(line.occurred_at)] += 1
    tally.place[line.record] = line.facts.get("settlement") or "Not known"


def _graded(tally: Tally, line: Line) -> None:
    tally.due[line.record] = (line.facts.get("grade") or line.facts.get("to", ""), _instant(line.facts.get("due_at")))


def _at_scene(tally: Tally, line: Line) -> None:
    tally.found.drive_minutes.append(line.facts["drive_seconds"] / 60)
    if line.facts["first"]:
        tally.reached[line.record] = line.occurred_at
        tally.due.setdefault(line.record, (line.facts["grade"], _instant(line.facts["due_at"])))


def _arrested(tally: Tally, line: Line) -> None:
    tally.arrests[line.record] = line.occurred_at


def _left_for_suite(tally: Tally, line: Line) -> None:
    tally.journeys[line.record] = line.occurred_at


def _arrived(tally: Tally, line: Line) -> None:
    if not line.facts["of_the_borough"]:
        tally.elsewhere.update(ref for ref in line.about if ref.startswith("arrest:"))
    for ref in line.about:
        if left := tally.journeys.pop(ref, None):
            tally.found.suite_minutes.append((line.occurred_at - left) / timedelta(minutes=1))


def _slot_answered(tally: Tally, line: Line) -> None:
    tally.found.diversions += not line.facts["accepted"]


def _authorised(tally: Tally, line: Line) -> None:
    arrived = _instant(line.facts.get("arrived_at"))
    if arrived:
        tally.found.authorised_minutes.append((line.occurred_at - arrived) / timedelta(minutes=1))


def _decision_owed(tally: Tally, line: Line) -> None:
    due = _instant(line.facts["due_at"])
    if due:
        tally.crime_owed[line.record] = due


def _recorded(tally: Tally, line: Line) -> None:
    tally.found.crimes[local_day(line.occurred_at)] += 1
    incident = line.facts["incident"]
    tally.decided.setdefault(incident, _in_24h(line))
    if line.facts.get("victim_based"):
        tally.harmed.append(incident)


def _victim(tally: Tally, line: Line) -> None:
    tally.victims.update(ref for ref in line.about if ref.startswith("incident:"))


def _not_recorded(tally: Tally, line: Line) -> None:
    tally.decided.setdefault(line.record, _in_24h(line))


def _in_24h(line: Line) -> bool:
    reported = _instant(line.facts["reported_at"])
    return reported is not None and line.recorded_at - reported <= timedelta(hours=24)


def _telling_owed(tally: Tally, line: Line) -> None:
    due = _instant(line.facts["due_at"])
    if due:
        tally.owed[(line.record, line.facts["telling"])] = due


def _told(tally: Tally, line: Line) -> None:
    due = _instant(line.facts["due_at"])
    tally.told[(line.record, line.facts["telling"])] = due is not None and line.occurred_at <= due


def _opted_out(tally: Tally, line: Line) -> None:
    tally.owed.pop((line.record, line.facts["telling"]), None)


def _settled(tally: Tally, line: Line) -> None:
    day = local_day(min(_instant(line.facts["due"]) or line.occurred_at, line.occurred_at))
    tally.settled[(line.facts["kind"], day)][SETTLED[line.event]] += 1
    tally.overdue.pop((line.record, line.facts["kind"], line.facts["slot"]), None)


def _overdue(tally: Tally, line: Line) -> None:
    tally.overdue[(line.record, line.facts["kind"], line.facts["slot"])] = local_day(line.occurred_at)


def _withdrawn(tally: Tally, line: Line) -> None:
    tally.overdue.pop((line.record, line.facts["kind"], line.facts["slot"]), None)


READ: dict[str, Callable[[Tally, Line], None]] = {
    "calls.contact_rang": _rang,
    "calls.contact_wrote": _rang,
    "calls.contact_answered": _answered,
    "calls.contact_abandoned": _abandoned,
    "calls.incident_logged": _logged,
    "calls.graded": _graded,
    "calls.grade_changed": _graded,
    "calls.slot_agreed": _graded,
    "dispatch.at_scene": _at_scene,
    "dispatch.custody_journey": _left_for_suite,
    "custody.arrested": _arrested,
    "custody.arrived": _arrived,
    "custody.slot_answered": _slot_answered,
    "custody.authorised": _authorised,
    "crimes.decision_owed": _decision_owed,
    "crimes.recorded": _recorded,
    "crimes.not_recorded": _not_recorded,
    "victims.recorded": _victim,
    "victims.telling_owed": _telling_owed,
    "victims.told": _told,
    "victims.opted_out": _opted_out,
    "owed.late_raised": _overdue,
    "owed.withdrawn": _withdrawn,
    **dict.fromkeys(SETTLED, _settled),
}


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _finish(tally: Tally) -> None:
    found = tally.found
    found.answered = {channel: counted(waits) for channel, waits in sorted(tally.waits.items())}
    for record, at in tally.arrests.items():
        if record not in tally.elsewhere:
            found.arrests[local_day(at)] += 1
    _attendance(tally)
    decided = {**{record: False for record, due in tally.crime_owed.items() if due < found.until}, **tally.decided}
    found.recorded_in_24h = counted(list(decided.values()))
    found.victims_named = counted([incident in tally.victims for incident in tally.harmed])
    told = {**{key: False for key, due in tally.owed.items() if due < found.until}, **tally.told}
    found.told_in_time = counted(list(told.values()))
    _promises(tally)


def _attendance(tally: Tally) -> None:
    """In time where a unit came by the due time; one not reached counts once it was due."""
    grades: dict[str, list[bool]] = {grade: [] for grade in GRADES}
    places: dict[str, list[bool]] = defaultdict(list)
    for record, (grade, due) in sorted(tally.due.items()):
        reached = tally.reached.get(record)
        if grade not in grades or due is None or (reached is None and due >= tally.found.until):
            continue
        in_time = reached is not None and reached <= due
        grades[grade].append(in_time)
        if grade != "G3":
            places[tally.place.get(record, "Not known")].append(in_time)
    tally.found.attended = {grade: counted(each) for grade, each in grades.items()}
    tally.found.attended_by_settlement = {name: counted(each) for name, each in sorted(places.items())}


def _promises(tally: Tally) -> None:
    """Kept, late and broken by kind and by day; one overdue and still open is late so far."""
    for (_, kind, _slot), day in tally.overdue.items():
        tally.settled[(kind, day)]["late"] += 1
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    by_day: dict[date, Counter[str]] = defaultdict(Counter)
    for (kind, day), counts in tally.settled.items():
        by_kind[kind].update(counts)
        by_day[day].update(counts)
    found = tally.found
    found.referred_in_time, found.assessed_in_time, found.to_meeting_in_time = (
        _in_time(by_kind[kind]) for kind in _OF_VICTIMS
    )
    found.reviews_on_time, found.visits_on_time, found.rest_kept = (_in_time(by_kind[kind]) for kind in _OF_CUSTODY)
    rows = [_broken(_called(kind), counts) for kind, counts in by_kind.items()]
    found.promises = sorted(rows, key=lambda one: (-one.broken, -one.late, -one.due, one.kind))
    found.promises_by_day = {day: _broken("", counts) for day, counts in sorted(by_day.items())}
    found.kept, found.late, found.broken = (sum(getattr(one, name) for one in rows) for name in _THREE)


_THREE = ("kept", "late", "broken")
_OF_VICTIMS = ("victims.tell_referred", "safeguarding.assess", "safeguarding.marac")
"""Referred to support in two working days; domestic risk assessed by the end of the shift; on a meeting's list."""
_OF_CUSTODY = ("custody.review", "custody.visit", "custody.rest")
"""Detention reviews, cell visits, and rests that began in time to last eight hours of the 24."""


def _in_time(counts: Counter[str]) -> Share:
    return Share(part=counts["kept"], of=sum(counts[name] for name in _THREE))


def _broken(kind: str, counts: Counter[str]) -> Broken:
    return Broken(kind=kind, kept=counts["kept"], late=counts["late"], broken=counts["broken"])


def _called(kind: str) -> str:
    declared = kinds.get(kind)
    return declared.called if declared else kind


def _cells(found: Figures, lines: Iterable[Line]) -> None:
    """Peak and present number in cells by suite; one person is one stay from cell entered to cell left."""
    stays: dict[str, list[tuple[datetime, datetime | None]]] = defaultdict(list)
    inside: dict[str, tuple[str, datetime]] = {}
    for line in lines:
        suite, began = inside.pop(line.record, ("", line.occurred_at))
        if suite:
            stays[suite].append((began, line.occurred_at))
        if line.event == "custody.cell_entered":
            inside[line.record] = (line.facts["suite_name"], line.occurred_at)
    for suite, began in inside.values():
        stays[suite].append((began, None))
    found.cells_peak = {
        suite: peak(each, since=found.since, until=found.until) for suite, each in sorted(stays.items())
    }
    now = Counter(suite for suite, _ in inside.values())
    found.held_now = {suite: now[suite] for suite in found.cells_peak}
