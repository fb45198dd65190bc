"""The public shift scheduling problems of Curtois and Qu: what a file says, and where it is wrong."""

from dataclasses import dataclass


class RosterError(Exception):
    """A file cannot be read; the words name the file, the line and what was expected there."""


@dataclass(frozen=True, kw_only=True)
class Shift:
    """A kind of shift. `not_before`: the shifts that cannot follow it on the next day."""

    id: str
    minutes: int
    not_before: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Staff:
    """One person. `most`: how many shifts of each kind at most; runs in days; `days_off`: days counted from 0."""

    id: str
    most: dict[str, int]
    most_minutes: int
    least_minutes: int
    longest_run: int
    shortest_run: int
    shortest_off: int
    most_weekends: int
    days_off: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A wish about one shift on one day, and what it costs to pass over it."""

    staff: str
    day: int
    shift: str
    weight: int


@dataclass(frozen=True, kw_only=True)
class Cover:
    """How many are wanted of a shift on a day, and what one too few or too many costs."""

    day: int
    shift: str
    wanted: int
    under: int
    over: int


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A whole problem. Day 0 is a Monday. `on`: wishes to work, `off`: wishes not to."""

    days: int
    shifts: tuple[Shift, ...]
    staff: tuple[Staff, ...]
    on: tuple[Wish, ...]
    off: tuple[Wish, ...]
    cover: tuple[Cover, ...]


SECTIONS = ("HORIZON", "SHIFTS", "STAFF", "DAYS_OFF", "SHIFT_ON_REQUESTS", "SHIFT_OFF_REQUESTS", "COVER")
NEEDED = ("HORIZON", "SHIFTS", "STAFF", "COVER")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a section, in its fields; it says what is wrong with it by file and number."""

    file: str
    number: int
    fields: tuple[str, ...]

    def wrong(self, expected: str) -> RosterError:
        """The error that names this line and what was expected there."""
        return RosterError(f"{self.file}, line {self.number}: expected {expected}.")

    def holds(self, count: int, expected: str) -> tuple[str, ...]:
        """The fields, where there are as many as there should be."""
        if len(self.fields) != count:
            raise self.wrong(f"{count} values ({expected}), found {len(self.fields)}")
        return self.fields

    def whole(self, said: str, *, most: int | None = None, least: int = 0) -> int:
        """A whole number in its bounds."""
        bounds = f"from {least}" + ("" if most is None else f" to {most}")
        if not said.isdecimal() or int(said) < least or (most is not None and int(said) > most):
            raise self.wrong(f"a whole number {bounds}, found {said!r}")
        return int(said)

    def one_of(self, said: str, known: "frozenset[str] | dict[str, object]", what: str) -> str:
        """A name that was said before."""
        if said not in known:
            raise self.wrong(f"{what} that was listed before, found {said!r}")
        return said


def read(text: str, *, name: str) -> Problem:
    """The problem in the text of a file called `name`. Raises RosterError with the line and what was expected."""
    lines = _sections(text, name)
    first = lines["HORIZON"][0]
    days = first.whole(first.holds(1, "the number of days")[0], least=1)
    shifts = tuple(_shift(line) for line in lines["SHIFTS"])
    kinds = frozenset(one.id for one in shifts)
    for section, fields in (("SHIFTS", 1), ("STAFF", 1), ("COVER", 2)):
        _each_once(lines[section], fields)
    for line, shift in zip(lines["SHIFTS"], shifts, strict=True):
        for before in shift.not_before:
            line.one_of(before, kinds, "a shift")
    off_days = _days_off(lines["DAYS_OFF"], days)
    staff = tuple(_person(line, kinds, off_days) for line in lines["STAFF"])
    people = frozenset(one.id for one in staff)
    for line in lines["DAYS_OFF"]:
        line.one_of(line.fields[0], people, "a person")
    return Problem(
        days=days,
        shifts=shifts,
        staff=staff,
        on=tuple(_wish(line, people, kinds, days) for line in lines["SHIFT_ON_REQUESTS"]),
        off=tuple(_wish(line, people, kinds, days) for line in lines["SHIFT_OFF_REQUESTS"]),
        cover=tuple(_cover(line, kinds, days) for line in lines["COVER"]),
    )


def _sections(text: str, name: str) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {one: [] for one in SECTIONS}
    now: list[Line] | None = None
    for number, raw in enumerate(text.splitlines(), 1):
        said = raw.strip()
        if not said or said.startswith("#"):
            continue
        line = Line(file=name, number=number, fields=tuple(one.strip() for one in said.split(",")))
        if said.startswith("SECTION_"):
            now = found.get(said.removeprefix("SECTION_"))
            if now is None:
                raise line.wrong(f"one of {', '.join(f'SECTION_{one}' for one in SECTIONS)}, found {said}")
        elif now is None:
            raise line.wrong(f"a line that begins with SECTION_, found {said!r}")
        else:
            now.append(line)
    for section in NEEDED:
        if not found[section]:
            raise RosterError(f"{name}: SECTION_{section} is missing or empty.")
    return found


def _each_once(lines: list[Line], fields: int) -> None:
    """What a line is about, its first fields, is said on one line only: two would count twice or not at all."""
    seen: set[tuple[str, ...]] = set()
    for line in lines:
        about = line.fields[:fields]
        if about in seen:
            raise line.wrong(f"{', '.join(about)} on one line of its section only")
        seen.add(about)


def _shift(line: Line) -> Shift:
    key, minutes, before = line.holds(3, "ID, minutes, shifts that cannot follow, parted by |")
    return Shift(id=key, minutes=line.whole(minutes, least=1), not_before=frozenset(filter(None, before.split("|"))))


def _person(line: Line, kinds: frozenset[str], off_days: dict[str, frozenset[int]]) -> Staff:
    key, most, *numbers = line.holds(8, "ID, most of each shift, most and least minutes, longest and shortest run, "
                                        "shortest time off, most weekends")  # fmt: skip
    most_minutes, least_minutes, longest, shortest, off, weekends = (line.whole(one) for one in numbers)
    if least_minutes > most_minutes or shortest > longest:
        raise line.wrong("a least that is not above the most")
    return Staff(
        id=key,
        most=dict.fromkeys(sorted(kinds), 0) | dict(_most(line, part, kinds) for part in most.split("|")),
        most_minutes=most_minutes,
        least_minutes=least_minutes,
        longest_run=longest,
        shortest_run=max(shortest, 1),
        shortest_off=max(off, 1),
        most_weekends=weekends,
        days_off=off_days.get(key, frozenset()),
    )


def _most(line: Line, part: str, kinds: frozenset[str]) -> tuple[str, int]:
    kind, _, number = part.partition("=")
    return line.one_of(kind, kinds, "a shift"), line.whole(number)


def _days_off(lines: list[Line], days: int) -> dict[str, frozenset[int]]:
    found: dict[str, frozenset[int]] = {}
    for line in lines:
        key, *off = line.fields
        found[key] = found.get(key, frozenset()) | {line.whole(one, most=days - 1) for one in off}
    return found


def _wish(line: Line, people: frozenset[str], kinds: frozenset[str], days: int) -> Wish:
    staff, day, shift, weight = line.holds(4, "person, day, shift, weight")
    return Wish(
        staff=line.one_of(staff, people, "a person"),
        day=line.whole(day, most=days - 1),
        shift=line.one_of(shift, kinds, "a shift"),
        weight=line.whole(weight),
    )


def _cover(line: Line, kinds: frozenset[str], days: int) -> Cover:
    day, shift, *numbers = line.holds(5, "day, shift, wanted, cost of one too few, cost of one too many")
    wanted, under, over = (line.whole(one) for one in numbers)
    return Cover(
        day=line.whole(day, most=days - 1), shift=line.one_of(shift, kinds, "a shift"), wanted=wanted, under=under,
        over=over,
    )  # fmt: skip
