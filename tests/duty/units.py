"""Builders of small units for tests of the roster: shifts, people and needs said in a line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import bluelamp
from bluelamp.deadlines.law import load
from bluelamp.duty.rules.cover import Cover, CoverUnit, Need, Pattern, Shift, Window
from bluelamp.duty.rules.duties import Line
from bluelamp.duty.rules.planning import WORKED_AWAY, Away, Member, Planned, away_duty
from bluelamp.duty.rules.rostering import Breach, breaches

LAW = load(Path(bluelamp.__file__).parent / "duty" / "law.toml")
MONDAY = date(2027, 1, 4)
DAY = timedelta(days=1)


def shift(key: str, begins: int, ends: int, *, on_call: bool = False) -> Shift:
    return Shift(key=key, name=key, window=Window(begins=begins * 60, ends=ends * 60), on_call=on_call)


SHIFTS = {one.key: one for one in (shift("E", 7, 16), shift("L", 15, 24), shift("N", 22, 31))}
CALL = {"C": shift("C", 7, 31, on_call=True)}
SIX_ON = Pattern(key="six", name="six on, four off", days=("E", "E", "L", "L", "N", "N", "", "", "", ""))


def need(begins: int, ends: int, least: int, *, skill: str = "", call: bool = False, desired: int = 0) -> Need:
    window = Window(begins=begins * 60, ends=ends * 60)
    return Need(unit="a", window=window, least=least, desired=max(least, desired), skill=skill, call=call)


def cover(*needs: Need, shifts: str = "ELN", call: bool = False, outside: bool = False, asks: str = "") -> Cover:
    """A borough of one unit called a."""
    unit = CoverUnit(
        key="a", name="Unit A", teams=("a",), shifts=tuple(shifts), needs=needs, outside=outside, asks=asks
    )
    known = {**{key: SHIFTS[key] for key in shifts}, **(CALL if call else {})}
    return Cover(shifts=known, patterns={"six": SIX_ON}, units={"a": unit})


def people(count: int, **held: object) -> tuple[Member, ...]:
    """So many people, their turns of the base pattern apart; `sergeants=2` makes the first two sergeants."""
    sergeants = int(str(held.get("sergeants", 0)))
    return tuple(
        Member(
            officer=f"PC {n}", name=f"PC {n}", unit="a", pattern=SIX_ON, turn=n % 10,
            skills={"sergeant": None} if n < sergeants else {},
        )
        for n in range(count)
    )  # fmt: skip


def away(member: Member, kind: Away, first: int, last: int) -> Member:
    """The member away for that reason from one day of the period to another, both included."""
    days = {MONDAY + n * DAY: kind for n in range(first, last + 1)}
    return replace(member, away={**member.away, **days})


def line_of(member: Member, roster: Sequence[Planned], cover: Cover, days: int) -> Line:
    """One person's duties as the rules take them, days at court and of training among them."""
    duties = [one.duty(cover.shifts, "a") for one in roster if one.officer == member.officer]
    fixed = [away_duty(day) for day in member.days_of(*WORKED_AWAY)]
    return Line(
        officer=member.officer,
        begins=min([MONDAY, *(one.begins.date() for one in member.history)]),
        ends=MONDAY + days * DAY,
        duties=(*member.history, *duties, *fixed),
        leave=member.days_of(Away.LEAVE),
        court=member.days_of(Away.COURT),
        able=member.able(cover.asks),
    )


def broken(members: Sequence[Member], roster: Sequence[Planned], cover: Cover, days: int) -> list[Breach]:
    """Every hard rule that a roster breaks."""
    found = [one for member in members for one in breaches(line_of(member, roster, cover, days), LAW)]
    return [one for one in found if one.hard]


def too_few(
    members: Sequence[Member], roster: Sequence[Planned], cover: Cover, days: int
) -> dict[tuple[date, Need], int]:
    """How many are missing at the worst minute of each window, counted minute by minute from the roster alone."""
    by_name = {one.officer: one for one in members}
    spans = [(one.duty(cover.shifts), by_name[one.officer]) for one in roster]
    found: dict[tuple[date, Need], int] = {}
    for wanted, day in cover.windows("a", MONDAY, MONDAY + days * DAY):
        begins, ends = wanted.window.on(day)
        at = begins
        while at < ends:
            there = sum(
                duty.begins <= at < duty.ends and duty.on_call == wanted.call and who.holds(wanted.skill, on=day)
                for duty, who in spans if who.counts
            )  # fmt: skip
            if there < wanted.least:
                found[day, wanted] = max(found.get((day, wanted), 0), wanted.least - there)
            at += timedelta(minutes=30)
    return found


def letters(roster: Sequence[Planned], days: int) -> Mapping[str, str]:
    """Each person's days in letters, "." for none: PC 0: EELLNN...."""
    by_name = {
        name: {one.day: one.shift for one in some if one.shift != "C"}
        for name, some in groupby(sorted(roster, key=lambda one: one.officer), key=lambda one: one.officer)
    }
    return {name: "".join(some.get(MONDAY + n * DAY, ".") for n in range(days)) for name, some in by_name.items()}
