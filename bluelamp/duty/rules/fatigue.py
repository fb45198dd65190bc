"""How much an officer has worked of late, as facts beside the rules they bear on; never a score."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bluelamp.deadlines.elapsed import between, in_words
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.duties import DAY, WEEK, Duty, force_day, is_night

BACK, AHEAD = 15 * DAY, 7 * DAY
"""How far back and ahead of the instant duties are asked for."""


@dataclass(frozen=True, kw_only=True)
class Worked:
    """Elapsed hours on duty in the last 7 and 14 days, nights in a row up to now, and the rest before the next duty.

    `rest` is None where no duty lies behind or ahead in the days that are known; `next_begins` likewise.
    """

    in_7_days: timedelta
    in_14_days: timedelta
    nights: int
    rest: timedelta | None = None
    next_begins: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One fact in words, the rule beside it, and its source. `short`: what the rule asks for is not there."""

    words: str
    rule: str
    source: str
    short: bool = False


@dataclass(frozen=True, kw_only=True)
class Beside:
    """The rules the figures bear on, each in words with its source, and the two numbers that may be overstepped."""

    rules: tuple[tuple[str, str], ...]
    nights: int
    rest: timedelta


def worked(duties: Sequence[Duty], *, at: datetime, law: Law) -> Worked:
    """What these duties of one officer come to at `at`; calls are left out (Working Time Regulations 1998)."""
    done = sorted((one for one in duties if not one.on_call), key=lambda one: one.begins)
    begun = [one for one in done if one.begins <= at]
    ahead = next((one for one in done if one.begins > at), None)
    return Worked(
        in_7_days=_within(begun, at - WEEK * DAY, at),
        in_14_days=_within(begun, at - 2 * WEEK * DAY, at),
        nights=_nights(begun, at, law),
        rest=between(begun[-1].ends, ahead.begins) if begun and ahead else None,
        next_begins=ahead.begins if ahead else None,
    )


def facts(found: Worked, beside: Beside) -> tuple[Fact, ...]:
    """Each figure beside the rule that it bears on: hours a week, nights in a row, rest between duties."""
    hours, nights, rest = beside.rules
    said = [
        Fact(words=f"{in_words(found.in_7_days)} worked in the last 7 days", rule=hours[0], source=hours[1]),
        Fact(words=f"{in_words(found.in_14_days)} worked in the last 14 days", rule=hours[0], source=hours[1]),
        Fact(words=_said_nights(found.nights), rule=nights[0], source=nights[1], short=found.nights > beside.nights),
    ]
    if found.rest is not None and found.next_begins is not None:
        words = f"{in_words(found.rest)} of rest before the next duty, {spoken(found.next_begins)}"
        said.append(Fact(words=words, rule=rest[0], source=rest[1], short=found.rest < beside.rest))
    return tuple(said)


def rules_beside(*, at: datetime, law: Law) -> Beside:
    """The rules that the figures bear on and their sources: hours a week, nights in a row, rest."""
    on = local_day(at)
    hours, weeks = law.value("hours.weekly", on=on), law.value("hours.over_weeks", on=on)
    nights, rest = law.value("runs.nights", on=on), law.value("rest.between_duties", on=on)
    rules = (
        (f"{in_words(hours.span)} a week on average over {weeks.number} weeks", hours.source),
        (f"{nights.number} nights in a row at most", nights.source),
        (f"{in_words(rest.span)} of rest at least", rest.source),
    )
    return Beside(rules=rules, nights=nights.number, rest=rest.span)


def _said_nights(number: int) -> str:
    return (
        "No night just behind" if not number else "1 night just behind" if number == 1 else f"{number} nights in a row"
    )


def _within(duties: Sequence[Duty], since: datetime, until: datetime) -> timedelta:
    """The elapsed time of duties between two instants; one that runs counts up to now."""
    parts = (between(max(one.begins, since), min(one.ends, until)) for one in duties if one.ends > since)
    return sum((one for one in parts if one > timedelta(0)), timedelta())


def _nights(begun: Sequence[Duty], at: datetime, law: Law) -> int:
    """Nights on days that follow each other, the last duty of which began on this force day or the one before.

    Looks back no further than the run goes: this is asked of everybody who is on duty, each time the day is shown.
    """
    number, today = 0, force_day(at, law)
    days: tuple[date, ...] = (today, today - DAY)
    for one in reversed(begun):
        day = force_day(one.begins, law)
        if day not in days or not is_night(one, law):
            break
        number, days = number + 1, (day - DAY,)
    return number
