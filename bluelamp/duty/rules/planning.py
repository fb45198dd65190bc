"""The facts from which a roster is made: each person as the planner may use them, and what is wished for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from bluelamp.deadlines.instants import local
from bluelamp.duty.rules.cover import Pattern, Shift
from bluelamp.duty.rules.duties import DAY, Able, Duty, holds


class Away(StrEnum):
    """Why somebody cannot be rostered on a day. Court and training are worked, the rest is not."""

    LEAVE = "leave"
    COURT = "court"
    TRAINING = "training"
    SICK = "sick"
    OTHER = "other"


WORKED_AWAY = (Away.COURT, Away.TRAINING)
ACCOMPANIED, INDEPENDENT = "accompanied", "independent"
"""Patrol status (S3): who goes only beside an experienced officer, and who may be one."""
ON_PATROL = ("officer_safety", "first_aid")
"""The skills that every duty of a special constable asks for (S3)."""
AWAY_BEGINS, AWAY_HOURS = 9, 8
"""A day at court or of training is eight hours from 09:00 (Police Regulations 2003, normal daily duty)."""


@dataclass(frozen=True, kw_only=True)
class Member:
    """One person of a unit as a planner may use them.

    `counts`: toward the least a unit needs; a special constable never does. `skills`: to the last day of each.
    `inside_only`: restricted to the station. `patrol`: a special's patrol status, "" for a regular officer.
    `share`: per cent of full time. `wishes`: how much a day off is wished for, 1 to 3. `offered`: for a volunteer,
    the only days and shifts they may be put on. `history`: duties before the period.
    """

    officer: str
    name: str
    unit: str
    counts: bool = True
    skills: Mapping[str, date | None] = field(default_factory=dict)
    pattern: Pattern | None = None
    turn: int = 0
    share: int = 100
    no_nights: bool = False
    inside_only: bool = False
    patrol: str = ""
    away: Mapping[date, Away] = field(default_factory=dict)
    wishes: Mapping[date, int] = field(default_factory=dict)
    offered: frozenset[tuple[date, str]] | None = None
    history: tuple[Duty, ...] = ()
    known_from: date | None = None

    def holds(self, skill: str, *, on: date) -> bool:
        """Whether they hold the skill on the day; everyone holds none."""
        return holds(self.skills, skill, on=on)

    def covers(self, *, outside: bool) -> bool:
        """Whether they count toward the least of a unit; `outside`: it works outside the station (R8)."""
        return self.counts and not (outside and self.inside_only)

    @property
    def experienced(self) -> bool:
        """Whether an accompanied special may go beside them: a regular officer, or one on independent patrol (S3)."""
        return not self.patrol or self.patrol == INDEPENDENT

    def able(self, asks: Mapping[str, str]) -> Able:
        """What they may be put on, where duties of these units ask for these skills."""
        return Able(
            no_nights=self.no_nights, patrol=self.patrol, skills=self.skills,
            always=ON_PATROL if self.patrol else (), asks=asks,
        )  # fmt: skip

    def base_shift(self, day: date) -> str:
        """The shift of their base pattern, "" for a day off."""
        return self.pattern.shift_on(day, turn=self.turn) if self.pattern else ""

    def days_of(self, *kinds: Away) -> frozenset[date]:
        """The days on which they are away for one of these reasons."""
        return frozenset(day for day, kind in self.away.items() if kind in kinds)


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One duty of a roster by the day that its hours begin on; `shift` is the shift's key."""

    officer: str
    day: date
    shift: str

    def duty(self, shifts: Mapping[str, Shift], unit: str = "") -> Duty:
        """Its instants, for that unit. Raises KeyError for a shift that is not there."""
        shift = shifts[self.shift]
        begins, ends = shift.window.on(self.day)
        return Duty(begins=begins, ends=ends, on_call=shift.on_call, unit=unit)


def away_duty(day: date) -> Duty:
    """A day at court or of training."""
    return Duty(begins=local(day, time(AWAY_BEGINS)), ends=local(day, time(AWAY_BEGINS + AWAY_HOURS)))


def days_between(begins: date, ends: date) -> tuple[date, ...]:
    """Every day from `begins` up to before `ends`."""
    return tuple(begins + n * DAY for n in range((ends - begins).days))
