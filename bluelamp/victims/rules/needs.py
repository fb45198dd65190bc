"""What a victim needs: asked at the report and again when things change (V6). Four ways of not knowing stay apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.calendars import VICTIMS_CODE
from bluelamp.deadlines.counting import span_after, working_days_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Verdict, allowed, every, refused
from bluelamp.victims.rules.telling import Step

_SOURCE = "Victims' Code, rights 1 and 4"


class Topic(StrEnum):
    """What is asked about."""

    SAFETY = "safety"
    SPEAKING = "speaking"
    HEALTH = "health"
    CHILDREN = "children"
    SUPPORT = "support"
    INTERVIEWER = "interviewer"

    @property
    def words(self) -> str:
        return _TOPICS[self]

    @property
    def short(self) -> str:
        """What it is about, in a word."""
        return _SHORT[self]


_SHORT = {
    Topic.SAFETY: "Safety",
    Topic.SPEAKING: "Language",
    Topic.HEALTH: "Health",
    Topic.CHILDREN: "Family",
    Topic.SUPPORT: "Company",
    Topic.INTERVIEWER: "Interview",
}
_TOPICS = {
    Topic.SAFETY: "Are you safe now? Is there somebody you are afraid of?",
    Topic.SPEAKING: "What helps you to understand us, and us to understand you?",
    Topic.HEALTH: "Is there anything about your health or a disability that we should know?",
    Topic.CHILDREN: "Does anybody depend on you, such as children?",
    Topic.SUPPORT: "Who would you like to have with you?",
    Topic.INTERVIEWER: "Would you rather speak to a woman or to a man?",
}
ALWAYS_ASKED = (Topic.SAFETY, Topic.SPEAKING)


class Changed(StrEnum):
    """Why needs are assessed: the report, or what changed since."""

    REPORT = "report"
    LET_OUT = "let_out"
    CONDITIONS = "conditions"
    CHARGED = "charged"
    CONTACT = "contact"
    ASKED = "asked"

    @property
    def words(self) -> str:
        return _CHANGED[self]


_CHANGED = {
    Changed.REPORT: "The report",
    Changed.LET_OUT: "The suspect was let out",
    Changed.CONDITIONS: "Bail conditions changed",
    Changed.CHARGED: "The suspect was charged",
    Changed.CONTACT: "How they may be reached changed",
    Changed.ASKED: "They asked, or somebody saw a change",
}
CHANGED_BY = {
    Step.RELEASED_WITHOUT_CHARGE: Changed.LET_OUT,
    Step.BAILED: Changed.LET_OUT,
    Step.RELEASED_UNDER_INVESTIGATION: Changed.LET_OUT,
    Step.CONDITIONS_CHANGED: Changed.CONDITIONS,
    Step.CHARGED: Changed.CHARGED,
}
"""The steps of a case after which needs are assessed again."""


@dataclass(frozen=True, kw_only=True)
class Need:
    """The answer to one topic; `words` only where it is known."""

    topic: Topic
    answer: Answer
    words: str = ""


def due(law: Law, *, changed: Changed, at: datetime) -> Deadline:
    """By when needs are assessed. `at`: the report, or what changed them (an instant with a zone).

    At the report elapsed hours; again in working days of the Victims' Code, by the end of the last.
    """
    if changed is Changed.REPORT:
        value = law.value("victims.needs.at_report", on=local_day(at))
        return span_after(at, value.span, basis=value.source, event=changed.words)
    value = law.value("victims.needs.again", on=local_day(at))
    return working_days_after(at, value.number, VICTIMS_CODE, basis=value.source, event=changed.words)


def may_keep(needs: Sequence[Need], *, interviewer_matters: bool = False) -> Verdict:
    """Whether these answers are an assessment: no topic twice, words exactly where something is known, safety and how
    to speak always asked, and who interviews them asked where that matters (domestic, sexual, gender-based; right 2).
    """
    found = {need.topic: need for need in needs}
    twice = len(found) != len(needs)
    must = (*ALWAYS_ASKED, Topic.INTERVIEWER) if interviewer_matters else ALWAYS_ASKED
    return every(
        refused("Each question is answered once.", _SOURCE) if twice else allowed(),
        *(answered_whole(need.topic.words, need.answer, need.words, field=need.topic) for need in needs),
        *(_asked(topic, found.get(topic)) for topic in must),
    )


def answered_whole(question: str, answer: Answer, words: str, *, field: str) -> Verdict:
    """Whether an answer and what was written beside it agree: words exactly where something is known."""
    said = bool(words.strip())
    if answer is Answer.KNOWN and not said:
        return refused(f"Write what they need: {question}", _SOURCE, field=field)
    if answer is not Answer.KNOWN and said:
        return refused(f"You wrote an answer: mark it as known. {question}", _SOURCE, field=field)
    return allowed()


def _asked(topic: Topic, need: Need | None) -> Verdict:
    if need is None or need.answer is Answer.NOT_ASKED:
        return refused(f"Ask this before you go: {topic.words}", _SOURCE, field=topic)
    return allowed()
