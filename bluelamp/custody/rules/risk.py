"""Risk assessment at the desk: every question answered, the officer's observation, and when it is due again (P26)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.people.rules.unknowns import Answer, sound
from bluelamp.verdict import Verdict, allowed, every, refused

QUESTIONS = {
    "illness_or_injury": "Illness or injury",
    "medication": "Medication",
    "mental_health": "Mental health",
    "self_harm": "Self-harm, now or before",
    "drink_or_drugs": "Drink or drugs",
    "pregnancy_or_periods": "Pregnancy or period needs",
    "learning_or_literacy": "Learning, reading or writing",
    "faith_or_diet": "Faith or diet",
    "dependants": "Anyone depending on them at home",
    "first_time": "First time in custody",
}
OCCASIONS = {
    "booking_in": "Booking in",
    "charge": "Charge",
    "bail_refusal": "Bail refused",
    "transfer": "Transfer",
    "release": "Release",
    "change": "Something changed",
}
_MARKS = {
    "illness_or_injury": "Illness or injury",
    "medication": "Medication",
    "mental_health": "Mental health",
    "self_harm": "Self-harm",
    "drink_or_drugs": "Drink or drugs",
    "pregnancy_or_periods": "Pregnancy or periods",
    "learning_or_literacy": "Reading or learning",
}


@dataclass(frozen=True, kw_only=True)
class Said:
    """The answer to one question: known, with words, or which of the four unknowns it is."""

    question: str
    answer: Answer
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Assessing:
    """One assessment. `observation`: what the officer saw and thought, in their own words."""

    occasion: str
    said: tuple[Said, ...]
    observation: str


@dataclass(frozen=True, kw_only=True)
class Moments:
    """What calls for a new assessment, and when it happened; None has not."""

    charged_at: datetime | None = None
    bail_refused_at: datetime | None = None
    transferred_at: datetime | None = None


def may_record(*, assessing: Assessing, law: Law, at: datetime) -> Verdict:
    """Whether the assessment is whole: a known occasion, each question answered once, and a free observation.

    "Not asked" is an answer that somebody gives; leaving a question out is not.
    """
    questions = law.value("risk.questions", on=local_day(at))
    occasions = law.value("risk.occasions", on=local_day(at))
    if assessing.occasion not in occasions.items:
        return refused("Say on which occasion it is done.", occasions.source, field="occasion")
    answered = {each.question: each for each in assessing.said}
    each = [_answered(one, answered.get(one), questions.source) for one in questions.items]
    return every(*each, _observed(assessing))


def _answered(question: str, said: Said | None, source: str) -> Verdict:
    name = QUESTIONS.get(question, question)
    if said is None:
        words = f"{name}: choose an answer; not known, not asked, declined and none are four answers."
        return refused(words, source, field=question)
    if not sound(said.answer, said.words.strip()):
        known = said.answer is Answer.KNOWN
        words = f"{name}: write what it is." if known else f"{name}: words go with an answer that is known."
        return refused(words, source, field=f"{question}_words" if known else question)
    return allowed()


def _observed(assessing: Assessing) -> Verdict:
    if assessing.observation.strip():
        return allowed()
    words = "Write what you saw yourself: answers alone are not the risk."
    return refused(words, "APP Detention and Custody, risk assessment", field="observation")


def marks(*, said: Sequence[Said]) -> tuple[str, ...]:
    """The short words that the whiteboard shows of what is known."""
    return tuple(_MARKS[each.question] for each in said if each.answer is Answer.KNOWN and each.question in _MARKS)


def to_ask_again(*, said: Sequence[Said], law: Law, at: datetime) -> tuple[str, ...]:
    """Questions that matter most and have no answer yet: declined, not known or not asked is not "none"."""
    value = law.value("risk.ask_again", on=local_day(at))
    open_answers = (Answer.DECLINED, Answer.NOT_KNOWN, Answer.NOT_ASKED)
    without = {each.question for each in said if each.answer in open_answers}
    return tuple(question for question in value.items if question in without)


def due_again(*, assessed_at: datetime | None, moments: Moments, law: Law, at: datetime) -> tuple[str, ...]:
    """Occasions that call for an assessment not made since: booking in, charge, bail refused, transfer.

    `assessed_at` is the newest assessment; None: there is none. Release is asked by the page that releases.
    """
    value = law.value("risk.occasions", on=local_day(at))
    if assessed_at is None:
        return ("booking_in",) if "booking_in" in value.items else ()
    happened = {
        "charge": moments.charged_at,
        "bail_refusal": moments.bail_refused_at,
        "transfer": moments.transferred_at,
    }
    return tuple(one for one, when in happened.items() if one in value.items and when and when > assessed_at)
