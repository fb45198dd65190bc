"""The published roster as its document says it: "bluelamp roster 3"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bluelamp.duty.checking.fields import Field, RosterDocumentError
from bluelamp.duty.checking.wall_clock import DAY, HOUR, ONE_DAY, WallClock

FORMAT = "bluelamp roster 3"
ELSEWHERE = ("court", "training")
WORKED = ("duty", *ELSEWHERE)
ON_CALL = "on_call"
KINDS = (*WORKED, ON_CALL)
NAMES = (
    "format", "roster", "begins", "ends", "zone", "public_holidays", "day_begins", "law", "cover", "people", "duties",
    "history",
)  # fmt: skip
OF_A_PERSON = (
    "officer", "name", "unit", "counts", "no_nights", "inside_only", "patrol", "skills", "leave", "court", "unfit",
)  # fmt: skip
IN_TRAINING, ACCOMPANIED, INDEPENDENT = "training", "accompanied", "independent"
PATROL = ("", IN_TRAINING, ACCOMPANIED, "directed", INDEPENDENT)
LONGEST = 400
"""Days of a period. Police Regulations 2003 reg. 22: rosters are published at intervals of twelve months at most."""
HOURS, CLOCK, WORDS = "hours", "hour of the clock", "words"
UNITS = {
    "rest.between_duties": HOURS,
    "rest.after_nights": HOURS,
    "rest.days": "days a week",
    "rest.weekends_worked": "weekends of four",
    "public_holidays.worked": "in 13 weeks",
    "runs.days": "days",
    "runs.nights": "nights",
    "runs.nights_that_need_rest": "nights",
    "hours.weekly": HOURS,
    "hours.over_weeks": "weeks",
    "night.begins": CLOCK,
    "night.ends": CLOCK,
    "night.worked": HOURS,
    "on_call.of_28_days": "days",
    "on_call.in_a_row": "days",
    "court.eve_ends": CLOCK,
    "leave.free": WORDS,
    "restricted.no_nights": WORDS,
    "skills.in_date": WORDS,
    "patrol.status": WORDS,
    "patrol.accompanied": WORDS,
}
"""The law that the rules need, each in the unit in which they read it."""


@dataclass(frozen=True, kw_only=True)
class Law:
    """One value of the law or of policy, and its source."""

    value: int | float | str
    source: str


@dataclass(frozen=True, kw_only=True)
class Need:
    """How many people of a unit a window of the clock needs, on weekdays (0 = Monday) or `on` one date.

    `begins` and `ends` are minutes after local midnight of the date on which the window begins.
    """

    unit: str
    days: frozenset[int]
    on: date | None
    begins: int
    ends: int
    least: int
    desired: int
    skill: str
    call: bool

    def begins_on(self, day: date) -> bool:
        """Whether a window of this need begins on that local date."""
        return day == self.on if self.on else day.weekday() in self.days


@dataclass(frozen=True, kw_only=True)
class Unit:
    """A unit by its name. `outside`: its work is outside the station; `asks`: the skill each of its duties asks for."""

    name: str
    outside: bool
    asks: str


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody on the roster. A skill without a date does not run out; `patrol` is "" for a regular officer."""

    officer: str
    name: str
    unit: str
    counts: bool
    no_nights: bool
    inside_only: bool
    patrol: str
    skills: Mapping[str, date | None]
    leave: frozenset[date]
    court: frozenset[date]
    unfit: frozenset[date]

    def holds(self, skill: str, day: date) -> bool:
        """A skill counts up to and including its date; everyone holds none."""
        return not skill or (skill in self.skills and ((until := self.skills[skill]) is None or day <= until))

    def is_away(self, day: date) -> bool:
        """Whether they are on leave or unfit that day."""
        return day in self.leave or day in self.unfit


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A stretch of duty or of call, in minutes since 1970; `day` is the force day on which it begins."""

    officer: str
    unit: str
    kind: str
    begins: int
    ends: int
    day: date
    past: bool

    @property
    def worked(self) -> bool:
        """Whether the rules of rest and hours count it as work."""
        return self.kind != ON_CALL


@dataclass(frozen=True, kw_only=True)
class Roster:
    """All that a document says. The period runs from the force day `begins` to before the force day `ends`."""

    name: str
    begins: date
    ends: date
    clock: WallClock
    holidays: frozenset[date]
    law: Mapping[str, Law]
    units: Mapping[str, Unit]
    needs: tuple[Need, ...]
    people: Mapping[str, Person]
    duties: tuple[Duty, ...]

    @property
    def first(self) -> int:
        """The first minute of the period."""
        return self.clock.start(self.begins)

    @property
    def beyond(self) -> int:
        """The first minute after the period."""
        return self.clock.start(self.ends)

    @cached_property
    def known_from(self) -> date:
        """The first force day of which the duties are known."""
        return min([self.begins, *(duty.day for duty in self.duties if duty.past)])

    @cached_property
    def _on_duty(self) -> Mapping[str, Sequence[Duty]]:
        found: dict[str, list[Duty]] = {}
        for duty in self.duties:
            if duty.kind == "duty" and duty.ends > duty.begins:
                found.setdefault(duty.unit, []).append(duty)
        return found

    def on_duty(self, unit: str) -> Sequence[Duty]:
        """Every duty for a unit, calls and days elsewhere left out."""
        return self._on_duty.get(unit, ())

    def number(self, key: str) -> int:
        """A value of the law that counts whole things."""
        return int(self.law[key].value)

    def minutes(self, key: str) -> int:
        """A value of the law in hours, as minutes."""
        return round(float(self.law[key].value) * HOUR)


def read(document: object) -> Roster:
    """The roster of a document parsed from JSON. Raises RosterDocumentError for one that does not hold together."""
    form, name, begins, ends, zone, holidays, hour, law, cover, people, duties, history = Field(document, "").fields(
        *NAMES
    )
    form.one_of([FORMAT])
    first, last = _period(begins, ends)
    clock = WallClock(zone=_zone(zone), day_begins=hour.whole(0, 23))
    laws = _law(law, hour)
    units, needs = _cover(cover, first, last)
    return Roster(
        name=name.text(),
        begins=first,
        ends=last,
        clock=clock,
        holidays=holidays.days(),
        law=laws,
        units=units,
        needs=needs,
        people=_people(people, units),
        duties=(*_duties(history, clock, past=True), *_duties(duties, clock, past=False)),
    )


def _period(begins: Field, ends: Field) -> tuple[date, date]:
    first, last = begins.day(), ends.day()
    if last <= first:
        raise ends.fault(f"a date after begins ({first})")
    if (last - first).days > LONGEST:
        raise ends.fault(f"a date at most {LONGEST} days after begins ({first})")
    return first, last


def _zone(field: Field) -> ZoneInfo:
    name = field.text()
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise field.fault("a time zone") from None


def _law(field: Field, hour: Field) -> dict[str, Law]:
    laws = {}
    for key, entry in field.entries():
        value, unit, source = entry.fields("value", "unit", "source")
        expected = UNITS.get(key) or unit.text()
        unit.one_of([expected])
        laws[key] = Law(value=_value(value, key, expected), source=source.text())
        if key == "force_day.begins" and hour.value != value.value:
            raise hour.fault(f"the hour of law.force_day.begins ({value.value})")
    for key in UNITS:
        if key not in laws:
            raise RosterDocumentError(f"law.{key}: expected a value, unit and source, found nothing")
    return laws


def _value(field: Field, key: str, unit: str) -> int | float | str:
    if unit == WORDS or (key not in UNITS and isinstance(field.value, str)):
        return field.text()
    if unit == HOURS or key not in UNITS:
        return field.number()
    if unit == CLOCK:
        return field.whole(0, 24)
    return field.whole(1 if key == "hours.over_weeks" else 0)


def _cover(field: Field, first: date, last: date) -> tuple[dict[str, Unit], tuple[Need, ...]]:
    listed, special = field.fields("units", "special")
    units: dict[str, Unit] = {}
    needs: list[Need] = []
    for unit in listed.items():
        key, name, outside, asks, weekly = unit.fields("key", "name", "outside", "asks", "needs")
        if key.text() in units:
            raise key.fault("a unit that is listed once")
        units[key.text()] = Unit(name=name.text(), outside=outside.truth(), asks=asks.text(empty=True))
        needs += [_weekly(need, key.text()) for need in weekly.items()]
    needs += [_special(need, units, first - ONE_DAY, last) for need in special.items()]
    return units, tuple(needs)


def _weekly(field: Field, unit: str) -> Need:
    days, *window = field.fields("days", "from", "to", "least", "desired", "skill", "call")
    weekdays = frozenset(day.whole(0, 6) for day in days.items())
    if not weekdays:
        raise RosterDocumentError(f"{days.path}: expected weekdays from 0 (Monday) to 6, found none")
    return _window(window, unit=unit, days=weekdays, day=None)


def _special(field: Field, units: Mapping[str, Unit], earliest: date, latest: date) -> Need:
    on, unit, *window = field.fields("date", "unit", "from", "to", "least", "desired", "skill", "call")
    day = on.day()
    if not earliest <= day <= latest:
        raise on.fault(f"a date that touches the period, {earliest} to {latest}")
    return _window(window, unit=unit.key_of(units, "a unit"), days=frozenset(), day=day)


def _window(fields: Iterable[Field], *, unit: str, days: frozenset[int], day: date | None) -> Need:
    begin, end, least, desired, skill, call = fields
    begins, ends = begin.wall(), end.wall(end=True)
    if desired.whole() < least.whole():
        raise desired.fault(f"at least as many as least ({least.whole()})")
    return Need(
        unit=unit,
        days=days,
        on=day,
        begins=begins,
        ends=ends if ends > begins else ends + DAY,
        least=least.whole(),
        desired=desired.whole(),
        skill=skill.text(empty=True),
        call=call.truth(),
    )


def _people(field: Field, units: Mapping[str, Unit]) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for one in field.items():
        officer, name, unit, counts, nights, inside, patrol, skills, leave, court, unfit = one.fields(*OF_A_PERSON)
        if officer.text() in people:
            raise officer.fault("an officer who is listed once")
        people[officer.text()] = Person(
            officer=officer.text(),
            name=name.text(),
            unit=unit.key_of(units, "a unit"),
            counts=counts.truth(),
            no_nights=nights.truth(),
            inside_only=inside.truth(),
            patrol=patrol.one_of(PATROL),
            skills={skill: _until(until) for skill, until in skills.entries()},
            leave=leave.days(),
            court=court.days(),
            unfit=unfit.days(),
        )
    return people


def _until(field: Field) -> date | None:
    return None if field.value is None else field.day("a date or null")


def _duties(field: Field, clock: WallClock, *, past: bool) -> list[Duty]:
    duties = []
    for one in field.items():
        officer, unit, kind, begins, ends = one.fields("officer", "unit", "kind", "begins", "ends")
        first = begins.minute()
        duties.append(
            Duty(
                officer=officer.text(),
                unit=unit.text(),
                kind=kind.one_of(KINDS),
                begins=first,
                ends=ends.minute(),
                day=clock.force_day(first),
                past=past,
            )
        )
    return duties
