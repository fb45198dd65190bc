"""What a victim needs at the trial: asked again by witness care once a trial is set (V6), apart from other asking.

What they ask of the court is written down as asked for. The court decides it on the prosecutor's application; no
officer grants or refuses it, and nothing here says that it will be so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.calendars import VICTIMS_CODE
from bluelamp.deadlines.counting import working_days_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.people.rules.unknowns import Answer
from bluelamp.verdict import Verdict, allowed, every, refused
from bluelamp.victims.rules.needs import answered_whole

_SOURCE = "Victims' Code, rights 4 and 8"
_MEASURES = "Youth Justice and Criminal Evidence Act 1999 ss.23 to 30"


class Measure(StrEnum):
    """What a victim may ask the court for, to give their best evidence; the section stands in the words."""

    SCREEN = "screen"
    LIVE_LINK = "live_link"
    IN_PRIVATE = "in_private"
    NO_WIGS = "no_wigs"
    RECORDED = "recorded"
    QUESTIONS_RECORDED = "questions_recorded"
    INTERMEDIARY = "intermediary"
    AIDS = "aids"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Measure.SCREEN: "A screen, so as not to see the accused (s.23)",
    Measure.LIVE_LINK: "Evidence by live link from elsewhere (s.24)",
    Measure.IN_PRIVATE: "The public leave the court (s.25)",
    Measure.NO_WIGS: "No wigs and gowns (s.26)",
    Measure.RECORDED: "Their recorded interview is played (s.27)",
    Measure.QUESTIONS_RECORDED: "Questions recorded before the trial (s.28)",
    Measure.INTERMEDIARY: "Somebody who helps them to understand and be understood (s.29)",
    Measure.AIDS: "Something that helps them to communicate (s.30)",
}


class Topic(StrEnum):
    """What else is asked about before a trial."""

    SAFETY = "safety"
    SPEAKING = "speaking"
    HEALTH = "health"
    WAY = "way"
    SUPPORT = "support"
    VISIT = "visit"
    DAYS = "days"

    @property
    def words(self) -> str:
        return _TOPICS[self]

    @property
    def short(self) -> str:
        """What it is about, in a word."""
        return _SHORT[self]


_TOPICS = {
    Topic.SAFETY: "Is there somebody they are afraid to meet on the way there, at court or after it?",
    Topic.SPEAKING: "What helps them to understand the court, and the court to understand them?",
    Topic.HEALTH: "Is there anything about their health or a disability that the court should know?",
    Topic.WAY: "Do they need help to get there, or with who depends on them that day?",
    Topic.SUPPORT: "Whom would they like to have with them?",
    Topic.VISIT: "Would they like to see the court before the day?",
    Topic.DAYS: "On which days can they not come?",
}
_SHORT = {
    Topic.SAFETY: "Safety at court",
    Topic.SPEAKING: "Language",
    Topic.HEALTH: "Health",
    Topic.WAY: "Getting there",
    Topic.SUPPORT: "Company",
    Topic.VISIT: "A visit before",
    Topic.DAYS: "Days not possible",
}
ALWAYS_ASKED = (Topic.SAFETY, Topic.SPEAKING)


@dataclass(frozen=True, kw_only=True)
class Said:
    """The answer to one topic; `words` only where it is known."""

    topic: Topic
    answer: Answer
    words: str = ""


def due(law: Law, *, had_at: datetime, trial_at: datetime) -> Deadline:
    """By when they are asked again. `had_at`: when we had the date of a trial; `trial_at`: when it begins.

    Working days of the Victims' Code, by the end of the last, so that the prosecutor can still apply to the court in
    time; where the trial begins before that, by then.
    """
    value = law.value("victims.needs.before_trial", on=local_day(had_at))
    counted = working_days_after(
        had_at, value.number, VICTIMS_CODE, basis=value.source, event="We had the date of the trial"
    )
    if instant(counted.due) <= instant(trial_at):
        return counted
    steps = (*counted.because, f"The trial begins before that, {spoken(trial_at)}: due by then.")
    return Deadline(due=trial_at, because=steps, basis=value.source)


def may_keep(*, measures_answer: Answer, measures: Sequence[Measure], said: Sequence[Said]) -> Verdict:
    """Whether these answers are an assessment before a trial: measures named exactly where some are asked for, what may
    be asked of the court and safety and how to speak always asked, no topic twice."""
    found = {one.topic: one for one in said}
    return every(
        _measures(measures_answer, measures),
        refused("Each question is answered once.", _SOURCE) if len(found) != len(said) else allowed(),
        *(answered_whole(one.topic.words, one.answer, one.words, field=one.topic) for one in said),
        *(_asked(topic, found.get(topic)) for topic in ALWAYS_ASKED),
    )


def asked_for(answer: Answer, measures: Sequence[Measure]) -> str:
    """What they ask of the court, in words; never as something granted."""
    if answer is not Answer.KNOWN:
        return "Nothing" if answer is Answer.NONE else answer.words
    return "; ".join(one.words for one in measures)


def _measures(answer: Answer, measures: Sequence[Measure]) -> Verdict:
    if answer is Answer.NOT_ASKED:
        words = "Say what may be asked of the court, and ask what they want."
        return refused(words, _MEASURES, field="measures_answer")
    if answer is Answer.KNOWN and not measures:
        return refused("Which? Tick what they ask the court for.", _MEASURES, field="measures")
    if answer is not Answer.KNOWN and measures:
        return refused("You ticked something: then they ask for some.", _MEASURES, field="measures_answer")
    return allowed()


def _asked(topic: Topic, one: Said | None) -> Verdict:
    if one is None or one.answer is Answer.NOT_ASKED:
        return refused(f"Ask this: {topic.words}", _SOURCE, field=topic)
    return allowed()
