"""Cover as data: shifts, base patterns, and what each unit must have there in which windows of the week."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bluelamp.deadlines.instants import NoSuchLocalTime, local
from bluelamp.duty.rules.duties import DAY

MINUTES_OF_A_DAY = 24 * 60
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, kw_only=True)
class Window:
    """A stretch of the wall clock in minutes after midnight of the day it begins on; `ends` may lie in the next day."""

    begins: int
    ends: int

    def on(self, day: date) -> tuple[datetime, datetime]:
        """Its two instants when it begins on `day`: a night over a clock change is an hour shorter or longer."""
        return wall(day, self.begins), wall(day, self.ends)

    @property
    def words(self) -> str:
        """07:00 to 16:00."""
        return f"{clock(self.begins)} to {clock(self.ends)}"


@dataclass(frozen=True, kw_only=True)
class Shift:
    """One kind of duty, or of being on call, by its hours."""

    key: str
    name: str
    window: Window
    on_call: bool = False


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A cyclic base pattern: a shift's key for each day of the cycle, "" for a day off."""

    key: str
    name: str
    days: tuple[str, ...]

    def shift_on(self, day: date, *, turn: int) -> str:
        """The shift of whoever began the cycle `turn` days after its first day; "" for a day off."""
        return self.days[(day.toordinal() - turn) % len(self.days)]


@dataclass(frozen=True, kw_only=True)
class Need:
    """At least so many people, with `skill` if it names one, at every minute of the window; `desired` is advice.

    `call`: they are on call, else on duty. `days`: weekdays (Monday 0) on which the window begins; `only`: one date.
    """

    unit: str
    window: Window
    least: int
    desired: int = 0
    skill: str = ""
    call: bool = False
    days: frozenset[int] = EVERY_DAY
    only: date | None = None
    because: str = ""

    def begins_on(self, day: date) -> bool:
        """Whether the window begins on this day."""
        return day == self.only if self.only else day.weekday() in self.days


@dataclass(frozen=True, kw_only=True)
class CoverUnit:
    """A unit of the roster: its teams, the shifts it works, what it must have there, whom its people help beside.

    `lends`: whether its people may be lent to another unit for a duty; duty inspectors are not. `outside`: its work is
    outside the station, so that who is restricted to the station does not count (R8). `asks`: the skill that each of
    its duties asks for, "" for none.
    """

    key: str
    name: str
    teams: tuple[str, ...]
    shifts: tuple[str, ...]
    needs: tuple[Need, ...] = ()
    helps: tuple[str, ...] = ()
    lends: bool = True
    outside: bool = False
    asks: str = ""


@dataclass(frozen=True, kw_only=True)
class Cover:
    """All of a borough's cover, by key."""

    shifts: Mapping[str, Shift]
    patterns: Mapping[str, Pattern]
    units: Mapping[str, CoverUnit]
    special: tuple[Need, ...] = ()
    events: tuple[Need, ...] = field(default=())

    @property
    def asks(self) -> dict[str, str]:
        """The skill that the duties of each unit ask for, where they ask for one."""
        return {key: unit.asks for key, unit in self.units.items() if unit.asks}

    def needs_of(self, unit: str) -> tuple[Need, ...]:
        """What a unit needs, special days and events included."""
        return (*self.units[unit].needs, *(one for one in (*self.special, *self.events) if one.unit == unit))

    def windows(self, unit: str, begins: date, ends: date) -> Iterator[tuple[Need, date]]:
        """Every need with every day from `begins` up to before `ends` on which its window begins."""
        for need in self.needs_of(unit):
            for n in range((ends - begins).days):
                if need.begins_on(begins + n * DAY):
                    yield need, begins + n * DAY

    def already_needs(self, unit: str, day: date, window: Window, *, least: int, skill: str = "") -> bool:
        """Whether a unit asks for as many people on duty, with that skill, at every minute of a window of that day."""
        spans = [
            (need.window.begins + back, need.window.ends + back)
            for need in self.needs_of(unit)
            for back in (-MINUTES_OF_A_DAY, 0, MINUTES_OF_A_DAY)
            if not need.call and (need.skill, need.least >= least) == (skill, True)
            and need.begins_on(day + back // MINUTES_OF_A_DAY * DAY)
        ]  # fmt: skip
        edges = {window.begins, *(ends for _, ends in spans if window.begins < ends < window.ends)}
        return all(any(begins <= minute < ends for begins, ends in spans) for minute in edges)

    def unit_of_team(self, team: str) -> CoverUnit | None:
        """The unit that a team belongs to."""
        return next((unit for unit in self.units.values() if team in unit.teams), None)


@lru_cache(maxsize=16384)
def wall(day: date, minutes: int) -> datetime:
    """The instant so many minutes of the wall clock after midnight of `day`.

    A wall time that the clocks were put forward over is the instant they jump to.
    """
    over, rest = divmod(minutes, MINUTES_OF_A_DAY)
    try:
        return local(day + over * DAY, time(*divmod(rest, 60)))
    except NoSuchLocalTime:
        return local(day + over * DAY, time(*divmod(rest + 60, 60))) - timedelta(minutes=rest % 60)


def clock(minutes: int) -> str:
    """Minutes after midnight as the wall clock shows them: 24:00 is the end of a day."""
    if minutes and minutes % MINUTES_OF_A_DAY == 0:
        return "24:00"
    return "{:02}:{:02}".format(*divmod(minutes % MINUTES_OF_A_DAY, 60))
