"""The risk assessment before release: what is asked, what is done about each answer, how the person gets home (P32)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.instants import as_local, local_day
from bluelamp.deadlines.law import Law
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Verdict, allowed, every, refused

APP = "APP Detention and Custody, risk assessment before release"
QUESTIONS = {
    "self_harm": "Might they harm themselves once they are out?",
    "harm_to_others": "Might they harm somebody else, or somebody harm them?",
    "health": "Is there an illness, an injury or medicine that goes on?",
    "mental_health": "Their state of mind: must somebody take over?",
    "drink_or_drugs": "Drink, drugs or withdrawal: anything against letting them go?",
    "looked_after": "A child, or vulnerable: does somebody have to look after them?",
    "somewhere_to_go": "Is there anything against where they are going to sleep?",
    "means": "Coat, shoes, phone, money, keys: is anything missing to get there?",
}
"""Every question in words. "None" is the answer that there is nothing; "known" that there is, and what."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """One answer: which of the four unknowns or `known`, in which words, and what is done about it."""

    question: str
    answer: Answer
    words: str = ""
    doing: str = ""


@dataclass(frozen=True, kw_only=True)
class Assessing:
    """The assessment as written. `stays_held`: to court, prison, another force or hospital, so nobody goes home.

    `victims_address`: known where the person's home is also that of the victim, none where it is not or there is no
    victim. `met_by`: the adult who takes a child home. `goes_instead`: where they go if home is the victim's.
    """

    answers: tuple[Answered, ...]
    child: bool
    stays_held: bool
    way_home: str = ""
    met_by: str = ""
    victims_address: Answer = Answer.NOT_ASKED
    goes_instead: str = ""


def may_assess(*, assessing: Assessing, law: Law, at: datetime) -> Verdict:
    """Whether the assessment is whole: every question answered, something done about every risk, a way home.

    "Not asked", "not known" and "declined" are answers, but each needs what is done about not knowing. Every thing
    missing is named. `at`: when it is made; at night nobody is let out without knowing how they get home.
    """
    asked = law.value("release.questions", on=local_day(at))
    given = {one.question: one for one in assessing.answers}
    wanted = [_answered(given.get(code), code) for code in asked.items]
    unknown = [refused(f"No question is called {code!r}.", asked.source) for code in given if code not in asked.items]
    return every(*wanted, *unknown, *([] if assessing.stays_held else _home(assessing, given, law, at)))


def _answered(one: Answered | None, code: str) -> Verdict:
    question = QUESTIONS.get(code, code.replace("_", " ").capitalize())
    if one is None:
        return refused(f"Answer: {question}", APP, field=f"{code}_answer")
    if one.answer is Answer.KNOWN and not one.words.strip():
        return refused(f"Say what it is: {question}", APP, field=f"{code}_words")
    if one.answer is not Answer.NONE and not one.doing.strip():
        what = "about it" if one.answer is Answer.KNOWN else f"about its being {one.answer.words.lower()}"
        return refused(f"Say what is done {what}: {question}", APP, field=f"{code}_doing")
    return allowed()


def _home(assessing: Assessing, given: dict[str, Answered], law: Law, at: datetime) -> list[Verdict]:
    checks = [
        (bool(assessing.way_home.strip()), "Say how the person gets home.", APP, "way_home"),
        (not assessing.child or bool(assessing.met_by.strip()),
         "A child is not let out alone: say which adult takes them.", "Children Act 2004 s.11, " + APP, "met_by"),
    ]  # fmt: skip
    verdicts = [refused(words, source, field=field) for met, words, source, field in checks if not met]
    return [*verdicts, _night(given.get("means"), law, at), _not_to_the_victim(assessing)]


def _night(means: Answered | None, law: Law, at: datetime) -> Verdict:
    evening = law.value("release.night_from", on=local_day(at))
    morning = law.value("release.night_until", on=local_day(at)).number
    hour = as_local(at).hour
    if morning <= hour < evening.number or means is None or means.answer in (Answer.KNOWN, Answer.NONE):
        return allowed()
    words = "It is night: ask whether they have what they need to get home before they go."
    return refused(words, evening.source, field="means_answer")


def _not_to_the_victim(assessing: Assessing) -> Verdict:
    if assessing.victims_address is Answer.NONE or assessing.goes_instead.strip():
        return allowed()
    if assessing.victims_address is Answer.KNOWN:
        words = "Their home is the victim's home: say where they go instead."
        return refused(words, APP, field="goes_instead")
    words = "Find out whether their home is the victim's, or say where they go instead."
    return refused(words, APP, field="victims_address")


def still_good(*, assessed_at: datetime | None, charged_at: datetime | None) -> Verdict:
    """Whether an assessment stands: it is done anew at charge, which changes what weighs on a person (P26)."""
    if assessed_at is None:
        return refused("Do the risk assessment before release.", APP, field="risk")
    if charged_at and assessed_at < charged_at:
        return refused("Charged since the risk assessment: do it again.", APP, field="risk")
    return allowed()
