"""Cell visits and rousing: due from the last visit actually made (Code C 9.3, Annex H)."""

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


def lateness(*, due: datetime, law: Law, at: datetime) -> Lateness:
    """On time, late at once, and for the inspector after 10 min more."""
    over = between(due, at)
    if over <= timedelta(0):
        return Lateness.ON_TIME
    told = law.value("visits.inspector_told", on=local_day(at)).span
    return Lateness.FOR_THE_INSPECTOR if over > told else Lateness.LATE


def varied(*, visits: Sequence[datetime], law: Law, at: datetime) -> Verdict:
    """Whether visits vary within the interval; the same gap several times running can be foreseen by a detainee."""
    value = law.value("visits.same_gap_in_a_row", on=local_day(at))
    gaps = [between(one, other) for one, other in pairwise(visits)][-value.number :]
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
    return every(*(_asked(*part) for part in parts), _failed(rousing))


def _asked(what: str, result: bool | None, words: str, field: str) -> Verdict:
    if result is None or not words.strip():
        return refused(f"Record {what} in words.", "Code C Annex H", field=field)
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


def visit_words_will_do(*, words: str, must_rouse: bool) -> Verdict:
    """Whether a visit's words are enough: a sleeper who must be roused is not merely seen asleep."""
    if not words.strip():
        return refused("Say how the person was.", "Code C 9.3", field="words")
    if must_rouse:
        return refused("This person must be roused: record the three results.", "Code C 9.3, Annex H", field="words")
    return allowed()
