"""Sweeps every minute of the period, and the windows that run past its end, for who is there and who is needed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bluelamp.duty.checking.document import ACCOMPANIED, ELSEWHERE, INDEPENDENT, ON_CALL, Duty, Need, Person, Roster
from bluelamp.duty.checking.wall_clock import ONE_DAY, instant

Counts = NDArray[np.int32]
BESIDE = "beside_special"
"""As the skill of a shortfall: the experienced officer whom an accompanied special goes with."""
Kept = dict[tuple[str, bool], dict[str, list[tuple[int, int]]]]
"""Unit, and whether on call > officer > the minutes there, from and to, none of them twice."""


@dataclass(frozen=True, kw_only=True)
class Shortfall:
    """A stretch of minutes in which a unit lacks people: from `begins` to before `ends`, in UTC."""

    unit: str
    skill: str
    call: bool
    begins: datetime
    ends: datetime
    needed: int
    there: int

    @property
    def minutes(self) -> int:
        """Elapsed minutes of the stretch."""
        return (self.ends - self.begins) // timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class Swept:
    """What the sweep of `minutes` minutes found: gaps below the least, what is short of the wish, and where there are
    more accompanied specials than experienced officers for them to go with."""

    gaps: tuple[Shortfall, ...]
    short_of_desired: tuple[Shortfall, ...]
    alone: tuple[Shortfall, ...]
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Window:
    """One stretch in which a need holds, in minutes since 1970; `day` is the local date on which it begins."""

    day: date
    begins: int
    ends: int
    least: int
    desired: int


Group = tuple[str, str, bool]


def sweep(roster: Roster) -> Swept:
    """Count the people of every unit, skill and call at every minute against every need.

    Least counts only people who count, and nobody restricted to the station where the unit works outside it; desired
    counts everyone but an accompanied special, who is one with the officer beside them (S3). Who is unfit, on leave, at
    court or at training gives no cover, whatever else stands on the roster for them. R7, R8: elapsed minutes, fit and
    deployable people only.
    """
    groups = _windows(roster)
    end = max([window.ends for windows in groups.values() for window in windows], default=0)
    end = max(end, roster.beyond)
    there = _there(roster, end)
    gaps: list[Shortfall] = []
    wished: list[Shortfall] = []
    for group, windows in groups.items():
        unit, _, call = group
        people = {one: kept for one, kept in there[unit, call].items() if roster.people[one].patrol != ACCOMPANIED}
        outside = roster.units[unit].outside
        counted = {one: kept for one, kept in people.items() if _counts(roster.people[one], outside)}
        sheet = _Sheet(roster.people, group, roster.first, end)
        gaps += sheet.shortfalls(counted, [(window, window.least) for window in windows if window.least])
        wished += sheet.shortfalls(people, [(window, window.desired) for window in windows if window.desired])
    return Swept(
        gaps=_in_order(gaps), short_of_desired=_in_order(wished), alone=_in_order(list(_alone(roster, there, end))),
        minutes=end - roster.first,
    )  # fmt: skip


def _alone(roster: Roster, there: Kept, end: int) -> Iterator[Shortfall]:
    """Each accompanied special has an experienced officer of the unit beside them at every minute (S3)."""
    for unit in roster.units:
        learn, lead = (
            {one: kept for one, kept in there[unit, False].items() if roster.people[one].patrol in steps}
            for steps in ((ACCOMPANIED,), ("", INDEPENDENT))
        )
        if learn:
            yield from _Sheet(roster.people, (unit, BESIDE, False), roster.first, end).left_alone(learn, lead)


def _counts(person: Person, outside: bool) -> bool:
    return person.counts and not (outside and person.inside_only)


def _in_order(found: list[Shortfall]) -> tuple[Shortfall, ...]:
    return tuple(sorted(found, key=lambda one: (one.begins, one.unit, one.skill, one.call)))


def _windows(roster: Roster) -> dict[Group, list[Window]]:
    """Every window from the date before the period (it may reach in) to the date on which the period ends."""
    groups: dict[Group, list[Window]] = defaultdict(list)
    days = [roster.begins + n * ONE_DAY for n in range(-1, (roster.ends - roster.begins).days + 1)]
    for need in roster.needs:
        for day in days:
            if need.begins_on(day) and (window := _window(roster, need, day)):
                groups[need.unit, need.skill, need.call].append(window)
    return groups


def _window(roster: Roster, need: Need, day: date) -> Window | None:
    """A window of a date in the period is swept to its own end. What a window of the last morning asks for beyond the
    period belongs to the next roster, whose people this document does not hold."""
    begins = max(roster.clock.at(day, need.begins), roster.first)
    ends = roster.clock.at(day, need.ends)
    if day >= roster.ends:
        ends = min(ends, roster.beyond)
    if ends <= begins:
        return None
    return Window(day=day, begins=begins, ends=ends, least=need.least, desired=need.desired)


def _there(roster: Roster, end: int) -> Kept:
    stretches: Kept = defaultdict(lambda: defaultdict(list))
    elsewhere = {(duty.officer, duty.day) for duty in roster.duties if duty.kind in ELSEWHERE}
    for duty in sorted(roster.duties, key=lambda one: one.begins):
        if not _gives_cover(roster, duty, elsewhere) or duty.begins >= end or duty.ends <= roster.first:
            continue
        begins, ends = max(duty.begins, roster.first), min(duty.ends, end)
        _join(stretches[duty.unit, duty.kind == ON_CALL][duty.officer], begins, ends)
    return stretches


def _gives_cover(roster: Roster, duty: Duty, elsewhere: Set[tuple[str, date]]) -> bool:
    person = roster.people.get(duty.officer)
    if person is None or duty.kind not in ("duty", ON_CALL) or duty.ends <= duty.begins:
        return False
    if duty.kind != ON_CALL and (duty.officer, duty.day) in elsewhere:
        return False
    absent = person.unfit | person.leave
    return not absent or absent.isdisjoint(roster.clock.force_days(duty.begins, duty.ends))


def _join(stretches: list[tuple[int, int]], begins: int, ends: int) -> None:
    """Nobody is there twice: a stretch that meets the one before makes it longer."""
    if stretches and begins <= stretches[-1][1]:
        first, last = stretches.pop()
        begins, ends = first, max(last, ends)
    stretches.append((begins, ends))


@dataclass(frozen=True)
class _Sheet:
    """The minutes of one unit, skill and call, from `first` to before `end`."""

    people: Mapping[str, Person]
    group: Group
    first: int
    end: int

    def shortfalls(
        self, kept: Mapping[str, list[tuple[int, int]]], wanted: Sequence[tuple[Window, int]]
    ) -> Iterator[Shortfall]:
        """Maximal stretches of the same need and the same people there; of needs that overlap the worst one counts."""
        needed = np.zeros(self.end - self.first, np.int32)
        there = np.zeros_like(needed)
        runs_out = self._runs_out(kept)
        eras: dict[int, list[tuple[Window, int]]] = defaultdict(list)
        for window, number in wanted:
            eras[bisect_left(runs_out, window.day)].append((window, number))
        for era in eras.values():
            day = era[0][0].day
            self._count_era(needed, there, era, [kept[who] for who in kept if self._holds(who, day)])
        return self._stretches(needed, there)

    def left_alone(
        self, learn: Mapping[str, list[tuple[int, int]]], lead: Mapping[str, list[tuple[int, int]]]
    ) -> Iterator[Shortfall]:
        """Stretches with fewer who lead than who learn."""
        needed, there = self._count(list(learn.values())), self._count(list(lead.values()))
        needed[needed <= there] = 0
        return self._stretches(needed, there)

    def _holds(self, officer: str, day: date) -> bool:
        return self.people[officer].holds(self.group[1], day)

    def _runs_out(self, kept: Iterable[str]) -> list[date]:
        """The dates on which somebody's skill runs out; between two of them the same people hold it."""
        untils = {self.people[officer].skills.get(self.group[1]) for officer in kept} if self.group[1] else set()
        return sorted(until for until in untils if until)

    def _count_era(
        self,
        needed: Counts,
        there: Counts,
        era: Sequence[tuple[Window, int]],
        holders: Sequence[Sequence[tuple[int, int]]],
    ) -> None:
        first = min(window.begins for window, _ in era) - self.first
        last = max(window.ends for window, _ in era) - self.first
        wanted = np.zeros(last - first, np.int32)
        for window, number in era:
            part = wanted[window.begins - self.first - first : window.ends - self.first - first]
            np.maximum(part, number, out=part)
        count = self._count(holders)[first:last]
        short, so_far = wanted - count, needed[first:last] - there[first:last]
        worse = (short > so_far) | ((short == so_far) & (short > 0) & (wanted > needed[first:last]))
        needed[first:last][worse] = wanted[worse]
        there[first:last][worse] = count[worse]

    def _count(self, holders: Sequence[Sequence[tuple[int, int]]]) -> Counts:
        edges = np.array([edge for kept in holders for edge in kept], np.int64).reshape(-1, 2) - self.first
        length = self.end - self.first + 1
        steps = np.bincount(edges[:, 0], minlength=length) - np.bincount(edges[:, 1], minlength=length)
        return np.cumsum(steps[:-1], dtype=np.int32)

    def _stretches(self, needed: Counts, there: Counts) -> Iterator[Shortfall]:
        turns = np.flatnonzero((np.diff(needed) != 0) | (np.diff(there) != 0)) + 1
        edges = [0, *turns.tolist(), len(needed)]
        unit, skill, call = self.group
        for begins, ends in pairwise(edges):
            if needed[begins]:
                yield Shortfall(
                    unit=unit,
                    skill=skill,
                    call=call,
                    begins=instant(self.first + begins),
                    ends=instant(self.first + ends),
                    needed=int(needed[begins]),
                    there=int(there[begins]),
                )
