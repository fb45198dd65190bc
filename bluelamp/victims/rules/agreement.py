"""How often the victim wants to hear from us, and what is still said when they want to hear nothing (V6)."""

from datetime import datetime, timedelta
from enum import StrEnum

from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import end_of_day
from bluelamp.verdict import Verdict, allowed, refused
from bluelamp.victims.rules.telling import Step

_SOURCE = "Victims' Code, right 6"


class Frequency(StrEnum):
    """How often."""

    EACH_STEP = "each_step"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    SAFETY_ONLY = "safety_only"
    NOTHING = "nothing"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Frequency.EACH_STEP: "When something happens",
    Frequency.WEEKLY: "When something happens, and every week",
    Frequency.FORTNIGHTLY: "When something happens, and every two weeks",
    Frequency.MONTHLY: "When something happens, and every four weeks",
    Frequency.SAFETY_ONLY: "Only what they must know to be safe",
    Frequency.NOTHING: "Nothing at all",
}
REGULAR = (Frequency.WEEKLY, Frequency.FORTNIGHTLY, Frequency.MONTHLY)
FOR_SAFETY = frozenset(
    {Step.RELEASED_WITHOUT_CHARGE, Step.BAILED, Step.RELEASED_UNDER_INVESTIGATION, Step.CONDITIONS_CHANGED}
)
"""What a victim may have to know to be safe: somebody is out, or may come nearer than before."""


def next_contact(law: Law, *, frequency: Frequency, reached_at: datetime) -> Deadline | None:
    """By when the victim hears from us again, counted from the day they were last reached; None where no such time
    was agreed. Calendar days, the day they were reached is day 0, by the end of the last day."""
    if frequency not in REGULAR:
        return None
    value = law.value(f"victims.contact.{frequency}", on=local_day(reached_at))
    last = local_day(reached_at) + timedelta(days=value.number)
    steps = (
        f"Last reached: {spoken(reached_at)}; that day is day 0.",
        f"{value.number} days later: due by the end of {spoken_day(last)}.",
    )
    return Deadline(due=end_of_day(last), because=steps, basis=value.source)


def is_owed(step: Step, *, frequency: Frequency, lets_out: bool = False) -> bool:
    """Whether a step is owed to a victim who agreed to this: with safety only, what keeps them safe.

    `lets_out`: somebody may be out by it, such as by an acquittal, whatever the step.
    """
    if frequency is Frequency.NOTHING:
        return False
    return frequency is not Frequency.SAFETY_ONLY or lets_out or step in FOR_SAFETY


def may_agree(*, frequency: Frequency, words: str) -> Verdict:
    """Whether it may be kept so: to hear less than the Code gives is said in the victim's own words."""
    if frequency in (Frequency.SAFETY_ONLY, Frequency.NOTHING) and not words.strip():
        return refused("Write what they said, in their own words.", _SOURCE, field="words")
    return allowed()
