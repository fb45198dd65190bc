"""A conflict of leave, needs, rules and restrictions in words, and the ways out, those that cost people least first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bluelamp.deadlines.instants import spoken_day
from bluelamp.duty.rules.cover import Need
from bluelamp.duty.rules.words import counted, skill_words

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
class RuleKept:
    """A rule for everybody that has a part in a conflict, by its name in the model."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Restricted:
    """A restriction of one officer that has a part in a conflict."""

    officer: str
    what: str


@dataclass(frozen=True, kw_only=True)
class SkillLapsed:
    """A skill of one officer whose last day has a part in a conflict."""

    officer: str
    skill: str
    last: date


Part = LeaveGrant | NeedOnADay | RuleKept | Restricted | SkillLapsed
RULES = {
    "rest_between_duties": ("rest.between_duties", "the rest between two duties"),
    "days_in_a_row": ("runs.days", "the most days worked in a row"),
    "nights_in_a_row": ("runs.nights", "the most nights in a row"),
    "rest_after_nights": ("rest.after_nights", "the days off after nights"),
    "rest_days": ("rest.days", "two rest days a week"),
    "weekly_hours": ("hours.weekly", "the hours a week on average"),
    "on_call_in_a_row": ("on_call.in_a_row", "the most days on call in a row"),
    "on_call_days": ("on_call.of_28_days", "the most days on call in 28"),
    "on_call_not_by_a_night": ("on_call.beside_a_night", "no call beside a night"),
}
"""The rules of the model that may have a part in a conflict: their law, and their words."""


@dataclass(frozen=True, kw_only=True)
class WayOut:
    """One way out in words, and what it costs: days of leave to be given for it, or nothing but cover."""

    words: str
    cost: str
    source: str


def sentence(groups: Sequence[Part]) -> str:
    """These five leave grants and one need on Fri 8 Jan cannot all hold with one rule and one restriction."""
    leave = [one for one in groups if isinstance(one, LeaveGrant)]
    needs = [one for one in groups if isinstance(one, NeedOnADay)]
    parts = [_counted(len(leave), "leave grant")] if leave else []
    for day in sorted({one.day for one in needs}):
        of_day = [one for one in needs if one.day == day]
        parts.append(f"{_counted(len(of_day), 'need')} on {spoken_day(day)}")
    kinds = (("rule", RuleKept), ("restriction", Restricted), ("skill that ran out", SkillLapsed))
    counts = [(noun, sum(isinstance(one, kind) for one in groups)) for noun, kind in kinds]
    beside = [_counted(number, noun) for noun, number in counts if number]
    end = f" with {' and '.join(beside)}" if beside else ""
    if len(leave) + len(needs) == 1:
        return f"{parts[0][:1].upper()}{parts[0][1:]} cannot be met{end}."
    return f"These {' and '.join(parts)} cannot all hold{end}."


def beside_words(groups: Sequence[Part], names: Mapping[str, str]) -> list[str]:
    """The rules, restrictions and skills that have a part in it: PC 1 Ash: no nights."""
    found = [RULES[one.name][1] for one in groups if isinstance(one, RuleKept)]
    found += [f"{names.get(one.officer, one.officer)}: {one.what}" for one in groups if isinstance(one, Restricted)]
    return found + [
        f"{names.get(one.officer, one.officer)}: {skill_words(one.skill).lower()} to {spoken_day(one.last)}"
        for one in groups if isinstance(one, SkillLapsed)
    ]  # fmt: skip


def need_words(one: NeedOnADay) -> str:
    """1 sergeant, 07:00 to 22:00 on Fri 8 Jan 2027."""
    need = one.need
    return f"{counted(need.least, need.skill, call=need.call)}, {need.window.words} on {spoken_day(one.day)}"


def ways_out(groups: Sequence[Part], names: Mapping[str, str]) -> list[WayOut]:
    """Each part left out in turn is a way out: a skill renewed first, then the shortest leave, what others decided, and
    going without somebody last. A rule is never set aside: it is named, and is no way out."""
    renewed = [
        WayOut(
            words=f"Renew {names.get(one.officer, one.officer)}: {skill_words(one.skill).lower()}, which ends on "
            f"{spoken_day(one.last)}",
            cost="A day of training before it", source="Force policy: skills in date on the day",
        )
        for one in groups if isinstance(one, SkillLapsed)
    ]  # fmt: skip
    lifted = [
        WayOut(
            words=f"Ask whoever decided it whether {names.get(one.officer, one.officer)} still has: {one.what}",
            cost="Nothing, where the restriction has ended", source="Force policy: restricted duties",
        )
        for one in groups if isinstance(one, Restricted)
    ]  # fmt: skip
    leave = sorted((one for one in groups if isinstance(one, LeaveGrant)), key=lambda one: (one.days, one.first))
    given_back = [
        WayOut(
            words=f"Ask {names.get(one.officer, one.officer)} to give back leave, "
            f"{spoken_day(one.first)} to {spoken_day(one.last)}",
            cost=f"Up to {one.days} days asked back; two days' leave are due for each of the first two recalled",
            source=RECALL,
        )
        for one in leave
    ]
    needs = [one for one in groups if isinstance(one, NeedOnADay)]
    return (
        renewed
        + given_back
        + lifted
        + [
            WayOut(
                words=f"Go without: {need_words(one)}",
                cost="A gap: the roster cannot be published with it",
                source="The borough's cover, cover.toml",
            )
            for one in needs
        ]
    )


def _counted(number: int, noun: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    first, _, rest = noun.partition(" that ")
    return f"{word} {first}{'' if number == 1 else 's'}{f' that {rest}' if rest else ''}"
