"""A conflict of leave and needs in words, and the ways out of it, those that cost people least first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bluelamp.deadlines.instants import spoken_day
from bluelamp.duty.rules.cover import Need
from bluelamp.duty.rules.words import counted

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
RECALL = "Police Regulations 2003 Annex O, recall from leave"


@dataclass(frozen=True, kw_only=True)
class LeaveGrant:
    """One stretch of leave that has a part in a conflict, first and last day included."""

    officer: str
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, kw_only=True)
class NeedOnADay:
    """A need on one day that has a part in a conflict."""

    need: Need
    day: date


@dataclass(frozen=True, kw_only=True)
class WayOut:
    """One way out in words, and what it costs: days of leave to be given for it, or nothing but cover."""

    words: str
    cost: str
    source: str


def sentence(groups: Sequence[LeaveGrant | NeedOnADay]) -> str:
    """These five leave grants and one sergeant line on Fri 8 Jan cannot all hold."""
    leave = [one for one in groups if isinstance(one, LeaveGrant)]
    needs = [one for one in groups if isinstance(one, NeedOnADay)]
    parts = [_counted(len(leave), "leave grant")] if leave else []
    for day in sorted({one.day for one in needs}):
        of_day = [one for one in needs if one.day == day]
        parts.append(f"{_counted(len(of_day), 'need')} on {spoken_day(day)}")
    if len(leave) + len(needs) == 1:
        return f"{parts[0][:1].upper()}{parts[0][1:]} cannot be met."
    return f"These {' and '.join(parts)} cannot all hold."


def need_words(one: NeedOnADay) -> str:
    """1 sergeant, 07:00 to 22:00 on Fri 8 Jan 2027."""
    need = one.need
    return f"{counted(need.least, need.skill, call=need.call)}, {need.window.words} on {spoken_day(one.day)}"


def ways_out(groups: Sequence[LeaveGrant | NeedOnADay], names: Mapping[str, str]) -> list[WayOut]:
    """Each part left out in turn is a way out: the shortest leave first, going without somebody last."""
    leave = sorted((one for one in groups if isinstance(one, LeaveGrant)), key=lambda one: (one.days, one.first))
    found = [
        WayOut(
            words=f"Ask {names.get(one.officer, one.officer)} to give back leave, "
            f"{spoken_day(one.first)} to {spoken_day(one.last)}",
            cost=f"Up to {one.days} days asked back; two days' leave are due for each of the first two recalled",
            source=RECALL,
        )
        for one in leave
    ]
    needs = [one for one in groups if isinstance(one, NeedOnADay)]
    return found + [
        WayOut(
            words=f"Go without: {need_words(one)}",
            cost="A gap: the roster cannot be published with it",
            source="The borough's cover, cover.toml",
        )
        for one in needs
    ]


def _counted(number: int, noun: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {noun}{'' if number == 1 else 's'}"
