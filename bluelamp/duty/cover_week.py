"""A stretch of a roster as the picture of cover takes it: who is there over the days, by unit, and every gap."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise

from bluelamp.deadlines.instants import local
from bluelamp.design.cover import Gap, Level, Strip
from bluelamp.duty.models import CoverGap, PlannedDuty, Roster
from bluelamp.duty.rules.cover import EVERY_DAY, MINUTES_OF_A_DAY, Cover, Need
from bluelamp.duty.rules.duties import DAY
from bluelamp.duty.rules.words import people_words, stretch

Span = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One gap to be shown, of a published roster or of what the checker says of a draft."""

    unit: str
    skill: str
    call: bool
    begins: datetime
    ends: datetime
    needed: int
    there: int
    pk: int = 0

    @property
    def words(self) -> str:
        return f"{self.there} of {self.needed} {people_words(self.skill, call=self.call)}"

    @property
    def when(self) -> str:
        return stretch(self.begins, self.ends)


def open_gaps(roster: Roster, *, since: datetime, until: datetime) -> list[Shown]:
    """The open gaps of a published roster that touch a stretch, soonest first."""
    rows = CoverGap.objects.filter(roster=roster, closed_at=None, ends__gt=since, begins__lt=until)
    return [
        Shown(unit=one.unit, skill=one.skill, call=one.call, begins=one.begins, ends=one.ends, needed=one.needed,
              there=one.there, pk=one.pk)
        for one in rows.order_by("begins", "pk")
    ]  # fmt: skip


def strips(
    roster: Roster, begins: date, ends: date, *, cover: Cover, gaps: Sequence[Shown], href: Mapping[str, str]
) -> list[Strip]:
    """A strip for each unit from the midnight of `begins` to that of `ends`; one statement."""
    since, until = local(begins, time(0)), local(ends, time(0))
    on, calls, helps = _by_unit(roster, begins, ends)
    return [
        Strip(
            name=unit.name,
            note=_note(cover, key),
            levels=tuple(_levels(on[key], _least(cover, key, begins, ends), since, until)),
            gaps=tuple(_gap(one, href) for one in gaps if one.unit == key),
            calls=tuple(calls[key]),
            helps=tuple(helps[key]),
            href=href.get(key, ""),
        )
        for key, unit in cover.units.items()
        if unit.needs
    ]


def _by_unit(
    roster: Roster, begins: date, ends: date
) -> tuple[dict[str, list[Span]], dict[str, list[Span]], dict[str, list[Span]]]:
    on: dict[str, list[Span]] = defaultdict(list)
    calls: dict[str, list[Span]] = defaultdict(list)
    helps: dict[str, list[Span]] = defaultdict(list)
    rows = PlannedDuty.objects.filter(roster=roster, day__gte=begins - DAY, day__lt=ends)
    columns = ("unit", "officer__post__is_special", "kind", "during")
    for unit, is_special, kind, during in rows.order_by("during").values_list(*columns):
        where = calls if kind == PlannedDuty.Kind.ON_CALL else helps if is_special else on
        where[unit].append((during.lower, during.upper))
    return on, calls, helps


def _least(cover: Cover, unit: str, begins: date, ends: date) -> list[tuple[datetime, datetime, int]]:
    """The least of anybody that each window needs on duty."""
    return [
        (*need.window.on(day), need.least)
        for need, day in cover.windows(unit, begins - DAY, ends)
        if not need.skill and not need.call
    ]


def _levels(
    on: Sequence[Span], least: Sequence[tuple[datetime, datetime, int]], since: datetime, until: datetime
) -> Iterable[Level]:
    """The stretches between two changes, where anybody is there or needed."""
    changes = [at for span in on for at in span] + [at for first, last, _ in least for at in (first, last)]
    cuts = {since, until, *(at for at in changes if since < at < until)}
    edges = sorted(cuts)
    for first, last in pairwise(edges):
        there = sum(a <= first and last <= b for a, b in on)
        needed = max((n for a, b, n in least if a <= first and last <= b), default=0)
        if there or needed:
            yield Level(begins=first, ends=last, there=there, least=min(needed, there) if there else 0)


def _gap(one: Shown, href: Mapping[str, str]) -> Gap:
    words = f"{one.when}: {one.words}"
    return Gap(begins=one.begins, ends=one.ends, short=one.needed - one.there, words=words, href=href.get(one.unit, ""))


def _note(cover: Cover, key: str) -> str:
    """6 early, 7 late, 5 night: the least in the middle of each shift."""
    unit = cover.units[key]
    parts = []
    for shift in (cover.shifts[one] for one in unit.shifts):
        middle = (shift.window.begins + shift.window.ends) // 2
        least = max((need.least for need in unit.needs if _asks_for_anybody(need, middle)), default=0)
        if least:
            parts.append(f"{least} {shift.name.lower()}")
    calls = sum(need.least for need in unit.needs if need.call)
    return ", ".join([*parts, *([f"{calls} on call"] if calls else [])])


def _asks_for_anybody(need: Need, minute: int) -> bool:
    """Whether it asks for people on duty of any skill on every day, at a minute of the day."""
    begins, ends = need.window.begins, need.window.ends
    within = any(begins <= at < ends for at in (minute, minute + MINUTES_OF_A_DAY, minute - MINUTES_OF_A_DAY))
    return within and not need.skill and not need.call and len(need.days) == len(EVERY_DAY)
