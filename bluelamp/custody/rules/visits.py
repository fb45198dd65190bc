"""Cell visits and rousing: due from the last visit actually made (Code C 9.3, Annex H)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import between, in_words
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

LEVELS = (1, 2, 3, 4)

MINUTE = timedelta(minutes=1)


def next_visit(*, level: int, last_visit_at: datetime, law: Law, plan_minutes: int | None = None) -> Deadline:
    """When the next visit is due: the interval of the level after the last actual visit, or sooner by the care plan.

    Raises ValueError for a level that does not exist.
    """
    if level not in LEVELS:
        raise ValueError(f"Observation levels are 1 to 4, not {level}.")
    value = law.value(f"visits.level_{level}", on=local_day(last_visit_at))
    plan = timedelta(minutes=plan_minutes) if plan_minutes else value.span
    span = min(value.span, plan)
    due = instant(last_visit_at) + span
    why = f"level {level}" if plan >= value.span else "the care plan"
    steps = (f"Last visit {spoken(last_visit_at)}.", f"At least every {in_words(span)} by {why}: {spoken(due)}.")
    return Deadline(due=due, because=steps, basis=value.source)


class Lateness(StrEnum):
    """How a visit stands."""

    ON_TIME = "on time"
    LATE = "late"
    FOR_THE_INSPECTOR = "late, for the inspector"


def inspector_told(*, due: datetime, law: Law) -> Deadline:
    """When an inspector is told of a visit that is late."""
    value = law.value("visits.inspector_told", on=local_day(due))
    told = instant(due) + value.span
    steps = (f"Visit due {spoken(due)}.", f"Late by {in_words(value.span)}: {spoken(told)}.")
    return Deadline(due=told, because=steps, basis=value.source)


def lateness(*, due: datetime, law: Law, at: datetime) -> Lateness:
    """On time, late at once, and for the inspector after 10 min more."""
    over = between(due, at)
    if over <= timedelta(0):
        return Lateness.ON_TIME
    told = law.value("visits.inspector_told", on=local_day(at)).span
    return Lateness.FOR_THE_INSPECTOR if over > told else Lateness.LATE


def varied(*, visits: Sequence[datetime], law: Law, at: datetime) -> Verdict:
    """Whether visits vary within the interval; the same gap several times running can be foreseen by a detainee.

    Gaps are compared in whole minutes. APP Detention and Custody: visits are varied.
    """
    value = law.value("visits.same_gap_in_a_row", on=local_day(at))
    gaps = [round(between(one, other) / MINUTE) * MINUTE for one, other in pairwise(visits)][-value.number :]
    if len(gaps) == value.number and len(set(gaps)) == 1:
        return refused(f"The last {value.number} visits were each {in_words(gaps[0])} apart; vary them.", value.source)
    return allowed("Visits vary.", value.source)


@dataclass(frozen=True, kw_only=True)
class Rousing:
    """A rousing: three results with what was seen or heard in words. None means not asked."""

    rousable: bool | None
    rousable_words: str
    answers: bool | None
    answers_words: str
    commands: bool | None
    commands_words: str
    healthcare_called: bool = False


def may_save_rousing(*, rousing: Rousing) -> Verdict:
    """Whether a rousing can be saved: all three asked, in words; any failure only with healthcare called."""
    parts = (
        ("whether the person wakes", rousing.rousable, rousing.rousable_words, "rousable"),
        ("the answers to questions", rousing.answers, rousing.answers_words, "answers"),
        ("the response to commands", rousing.commands, rousing.commands_words, "commands"),
    )
    return every(*(_asked(*part) for part in parts), _woke_how(rousing), _failed(rousing))


def _asked(what: str, result: bool | None, words: str, field: str) -> Verdict:
    if result is None or not words.strip():
        return refused(f"Record {what} in words.", "Code C Annex H", field=field)
    return allowed()


def _woke_how(rousing: Rousing) -> Verdict:
    if rousing.rousable and only_asleep(rousing.rousable_words):
        words = "Say how the person woke. \u201cAsleep, breathing\u201d is not enough."
        return refused(words, "Code C Annex H", field="rousable_words")
    return allowed()


def _failed(rousing: Rousing) -> Verdict:
    if False in (rousing.rousable, rousing.answers, rousing.commands) and not rousing.healthcare_called:
        words = "A part failed: call a healthcare professional or an ambulance; this cannot be saved as all right."
        return refused(words, "Code C 9.13 and Annex H", field="healthcare_called")
    return allowed()


def all_right(*, rousing: Rousing) -> Verdict:
    """Whether the person was roused well; a failed part is never all right, even with healthcare called."""
    if rousing.rousable and rousing.answers and rousing.commands:
        return may_save_rousing(rousing=rousing)
    return refused("Not all right: a part failed or was not done.", "Code C Annex H")


_ASLEEP = """a and appears asleep at be breathes breathing chest fine he in is no normal normally ok on regularly
    rest resting rising seen she sleep sleeping sleeps snoring sound still the they to"""
ASLEEP = frozenset(_ASLEEP.split())


def only_asleep(words: str) -> bool:
    """Whether words say no more than that somebody sleeps and breathes."""
    said = re.findall(r"[a-z]+", words.lower())
    return bool(said) and ASLEEP.issuperset(said)


def visit_words_will_do(*, words: str, must_rouse: bool) -> Verdict:
    """Whether a visit's words are enough: a sleeper who must be roused is not merely seen asleep."""
    if not words.strip():
        return refused("Say how the person was.", "Code C 9.3", field="words")
    if must_rouse:
        return refused("This person must be roused: record the three results.", "Code C 9.3, Annex H", field="words")
    return allowed()


@dataclass(frozen=True, kw_only=True)
class Visiting:
    """A visit to be written. `last_at` is the last one; `away` whether the person was at hospital then."""

    visited_at: datetime
    arrived_at: datetime
    level: int | None
    last_at: datetime | None = None
    away: bool = False
    kept_on_a_phone: bool = False


def may_visit(*, visiting: Visiting, at: datetime) -> Verdict:
    """Whether a visit so timed can be written. One kept on a phone may turn out older than one written meanwhile."""
    when = instant(visiting.visited_at)
    if when > instant(at):
        return refused("This visit is still to come: write it once it is made.", "Code C 9.3", field="visited_at")
    if when < instant(visiting.arrived_at):
        words = f"The person arrived {spoken(visiting.arrived_at)}: no visit before."
        return refused(words, "Code C 9.3", field="visited_at")
    if visiting.away:
        return refused("The person was at hospital then: nobody was in the cell.", "Code C 9.3, 9.5")
    if visiting.level is None:
        words = "There is no observation level yet: make the care plan first."
        return refused(words, "Code C 9.3; APP Detention and Custody, detainee care")
    if visiting.last_at and when <= instant(visiting.last_at) and not visiting.kept_on_a_phone:
        words = f"A visit at {spoken(visiting.last_at)} is written already; this one would come before it."
        return refused(words, "Code C 9.3", field="visited_at")
    return allowed()
