"""The custody returns of a period, from ledger entries; age and self-defined ethnicity are read from the person."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bluelamp.deadlines.instants import local_day
from bluelamp.insight.rules.percentiles import percentile
from bluelamp.ledger.queries import Line, facts_of
from bluelamp.people.models import ETHNICITIES, Person
from bluelamp.people.rules.ethnicity import SIXTEEN, to_sixteen
from bluelamp.people.rules.unknowns import Answer

BEFORE = timedelta(days=4)
"""How long before the period somebody may have arrived who is released in it: the law's longest detention."""
READ = (
    "custody.arrived", "custody.authorised", "custody.refused", "custody.released", "custody.called",
    "custody.called_came", "custody.force_used", "custody.searched", "custody.rest_broken",
)  # fmt: skip
BANDS = ((10, "Under 10"), (14, "10 to 13"), (18, "14 to 17"), (25, "18 to 24"), (40, "25 to 39"), (200, "40 and over"))
ADULT = "appropriate_adult"


@dataclass(frozen=True, kw_only=True)
class Who:
    """What the returns need of a person; empty ethnicity words never occur: an unknown is named."""

    born_on: date | None
    ethnicity: str


@dataclass(kw_only=True)
class Wait:
    """Minutes from one event to another: how many were to be measured, and those measured."""

    name: str
    of: int = 0
    minutes: list[float] = field(default_factory=list)

    @property
    def median(self) -> float | None:
        return percentile(self.minutes, 0.5)

    @property
    def ninetieth(self) -> float | None:
        return percentile(self.minutes, 0.9)


@dataclass(kw_only=True)
class Returns:
    """Counts by (age band, self-defined ethnicity), waits, and breaks of rest by reason."""

    force: Counter[tuple[str, str]] = field(default_factory=Counter)
    tactics: Counter[str] = field(default_factory=Counter)
    strip: Counter[tuple[str, str]] = field(default_factory=Counter)
    rest: Counter[str] = field(default_factory=Counter)
    waits: tuple[Wait, ...] = ()


def returns(since: datetime, until: datetime, *, sixteen: bool = False) -> Returns:
    """The returns of [since, until); two statements. `sixteen`: ethnicity in the older list of 16+1."""
    lines = list(facts_of(READ, since=since - BEFORE, until=until))
    keys = {int(ref[7:]) for line in lines for ref in line.about if ref.startswith("person:")}
    people = {
        f"person:{one.pk}": Who(born_on=one.born_on, ethnicity=_ethnicity(one, sixteen=sixteen))
        for one in Person.objects.filter(pk__in=keys).only("born_on", "ethnicity", "ethnicity_answer")
    }
    return worked_out(lines, people, since=since)


def worked_out(lines: Iterable[Line], people: Mapping[str, Who], *, since: datetime) -> Returns:
    """The returns from the entries themselves, in their order; entries before `since` only begin a wait."""
    found = Returns()
    counts: dict[str, Callable[[Line], None]] = {
        "custody.force_used": lambda line: _force(found, line, people),
        "custody.searched": lambda line: _strip(found, line, people),
        "custody.rest_broken": lambda line: found.rest.update([str(line.facts.get("reason", "not known"))]),
    }
    waits = _Waits()
    for line in lines:
        if line.occurred_at >= since and line.event in counts:
            counts[line.event](line)
        waits.read(line, counted=line.occurred_at >= since)
    found.waits = (waits.authorised, waits.adult, waits.released)
    return found


class _Waits:
    """Joins what begins a wait to what ends it. A wait counts in the period in which it began, the last one in which
    it ended."""

    def __init__(self) -> None:
        self.authorised = Wait(name="Arrival to authorisation")
        self.adult = Wait(name="Appropriate adult called to arrived")
        self.released = Wait(name="Arrival to release")
        self.arrived: dict[str, tuple[datetime, bool]] = {}
        self.called: dict[object, datetime] = {}

    def read(self, line: Line, *, counted: bool) -> None:
        if line.event == "custody.arrived":
            self.arrived[line.record] = (line.occurred_at, counted)
            self.authorised.of += counted
        elif line.event in ("custody.authorised", "custody.released", "custody.refused"):
            self._ends(line, counted)
        elif line.facts.get("kind") == ADULT and line.event == "custody.called" and counted:
            self.called[line.facts["called"]] = line.occurred_at
            self.adult.of += 1
        elif line.event == "custody.called_came" and line.facts["called"] in self.called:
            self.adult.minutes.append(_minutes(self.called.pop(line.facts["called"]), line.occurred_at))

    def _ends(self, line: Line, counted: bool) -> None:
        began, inside = self.arrived.get(line.record, (None, False))
        if line.event == "custody.authorised":
            if began and inside:
                self.authorised.minutes.append(_minutes(began, line.occurred_at))
        elif counted:
            self.released.of += 1
            if began:
                self.released.minutes.append(_minutes(began, line.occurred_at))


def _minutes(began: datetime, ended: datetime) -> float:
    return (ended - began) / timedelta(minutes=1)


def _force(found: Returns, line: Line, people: Mapping[str, Who]) -> None:
    found.force[_group(line, people)] += 1
    found.tactics.update(line.facts.get("tactics", ()))


def _strip(found: Returns, line: Line, people: Mapping[str, Who]) -> None:
    if line.facts.get("level") == "strip":
        found.strip[_group(line, people)] += 1


def _group(line: Line, people: Mapping[str, Who]) -> tuple[str, str]:
    who = next((people[ref] for ref in line.about if ref in people), None)
    if who is None:
        return "Age not known", "Not known"
    return band(who.born_on, local_day(line.occurred_at)), who.ethnicity


def band(born_on: date | None, on: date) -> str:
    """The age band on a day; one whose date of birth is not known stays so."""
    if born_on is None:
        return "Age not known"
    age = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    return next(words for below, words in BANDS if age < below)


def _ethnicity(person: Person, *, sixteen: bool) -> str:
    answer = Answer(person.ethnicity_answer)
    if answer is not Answer.KNOWN:
        return answer.words
    return SIXTEEN[to_sixteen(person.ethnicity)] if sixteen else ETHNICITIES[person.ethnicity]
