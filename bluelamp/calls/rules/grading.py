"""Proposes a grade from what the caller has stated. A person decides; the proposal only gives its reasons."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bluelamp.calls.rules.channels import Channel
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Reason


class Grade(StrEnum):
    """Most urgent first, so that the smaller value is the higher grade."""

    IMMEDIATE = "G1"
    PRIORITY = "G2"
    SCHEDULED = "G3"
    RESOLVED = "G4"

    @property
    def words(self) -> str:
        return _GRADE_WORDS[self]

    def is_above(self, other: "Grade") -> bool:
        """True if this grade is more urgent than the other."""
        return self.value < other.value


_GRADE_WORDS = {
    Grade.IMMEDIATE: "Immediate",
    Grade.PRIORITY: "Priority",
    Grade.SCHEDULED: "Scheduled",
    Grade.RESOLVED: "Resolved without deployment",
}


class Sign(StrEnum):
    """Something stated or heard. Each sign's own grade is data: key `calls.sign.<value>` of law.toml."""

    DANGER_TO_LIFE = "danger_to_life"
    VIOLENCE = "violence"
    WEAPON = "weapon"
    CRIME_IN_PROGRESS = "crime_in_progress"
    OFFENDER_PRESENT = "offender_present"
    SERIOUS_INJURY = "serious_injury"
    SERIOUS_DAMAGE = "serious_damage"
    SERIOUS_CRASH = "serious_crash"
    OPEN_OR_SILENT_LINE = "open_or_silent_line"
    CANNOT_SPEAK_FREELY = "cannot_speak_freely"
    VULNERABLE_DISTRESSED = "vulnerable_distressed"
    CHILD_AT_RISK = "child_at_risk"
    EVIDENCE_OR_WITNESS_LOST = "evidence_or_witness_lost"
    DOMESTIC_ABUSE = "domestic_abuse"
    HATE = "hate"
    URGENT = "urgent"

    @property
    def words(self) -> str:
        return _SIGN_WORDS[self]


_SIGN_WORDS = {
    Sign.DANGER_TO_LIFE: "A life is in danger.",
    Sign.VIOLENCE: "Violence is used or threatened now.",
    Sign.WEAPON: "A weapon is mentioned.",
    Sign.CRIME_IN_PROGRESS: "A crime is happening now.",
    Sign.OFFENDER_PRESENT: "The offender is there or has just been found.",
    Sign.SERIOUS_INJURY: "Somebody is seriously hurt.",
    Sign.SERIOUS_DAMAGE: "There is, or is about to be, serious damage.",
    Sign.SERIOUS_CRASH: "A serious crash.",
    Sign.OPEN_OR_SILENT_LINE: "Open or silent line: a possible emergency until shown otherwise.",
    Sign.CANNOT_SPEAK_FREELY: "The caller cannot speak freely: a possible emergency until shown otherwise.",
    Sign.VULNERABLE_DISTRESSED: "Somebody vulnerable is in distress.",
    Sign.CHILD_AT_RISK: "A child is at risk.",
    Sign.EVIDENCE_OR_WITNESS_LOST: "Evidence or a witness will be lost.",
    Sign.DOMESTIC_ABUSE: "Domestic abuse.",
    Sign.HATE: "Somebody feels it is a hate crime.",
    Sign.URGENT: "Urgent for another reason the caller gives.",
}


class Wish(StrEnum):
    """What help was asked for, where nothing urgent is stated."""

    NOT_SAID = "not_said"
    APPOINTMENT = "appointment"
    ADVICE = "advice"


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What is known when a grade is proposed.

    `previous_domestic` counts domestic reports of this person or address in 12 months, `previous_no_crime`
    those that ended without a crime. The channel is carried to show that it does not matter.
    """

    signs: frozenset[Sign] = frozenset()
    wish: Wish = Wish.NOT_SAID
    channel: Channel = Channel.EMERGENCY
    previous_domestic: int = 0
    previous_no_crime: int = 0


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A grade to decide on, why, and what to ask next."""

    grade: Grade
    reasons: tuple[Reason, ...]
    prompts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return " ".join(reason.words for reason in self.reasons)


def propose(law: Law, *, stated: Stated, on: date) -> Proposal:
    """The most urgent grade of any stated sign, with that grade's signs as reasons (C3, C4, C7, C13).

    `on` is the local date of the contact. More signs never lower a grade; neither the channel nor a history of
    "no crime" changes it. Nothing stated proposes what was asked for, or Scheduled.
    """
    graded = {sign: _grade_of(law, sign, on) for sign in sorted(stated.signs)}
    if not graded:
        return Proposal(grade=_wished(stated.wish), reasons=_nothing_urgent(stated), prompts=prompts(stated))
    highest = min(graded.values())
    reasons = tuple(
        Reason(words=sign.words, source=law.value(f"calls.sign.{sign}", on=on).source)
        for sign, grade in graded.items()
        if grade == highest
    )
    return Proposal(grade=highest, reasons=reasons + _history(stated), prompts=prompts(stated))


def prompts(stated: Stated) -> tuple[str, ...]:
    """Questions the desk must ask next; a repeat domestic report in 12 months forces the domestic ones (C13)."""
    found: list[str] = []
    if stated.signs & {Sign.OPEN_OR_SILENT_LINE, Sign.CANNOT_SPEAK_FREELY}:
        found.append("Do not ring or text back. Ask for yes or no, or a cough or tap.")
    if Sign.DOMESTIC_ABUSE in stated.signs or stated.previous_domestic:
        found += _DOMESTIC_PROMPTS
    if stated.channel is Channel.HELP_POINT:
        found.append("Ask where it is happening: it may not be at the phone.")
    return tuple(found)


_DOMESTIC_PROMPTS = (
    "Is he or she there now, and can they hear you?",
    "Are there children in the home, and where are they?",
    "Any strangling, stalking, threats to kill, weapons, pregnancy or recent separation?",
    "Is there an order or bail condition in force?",
    "What is a safe way to reach you?",
)


def _grade_of(law: Law, sign: Sign, on: date) -> Grade:
    return Grade(law.value(f"calls.sign.{sign}", on=on).text)


def _wished(wish: Wish) -> Grade:
    return Grade.RESOLVED if wish is Wish.ADVICE else Grade.SCHEDULED


def _nothing_urgent(stated: Stated) -> tuple[Reason, ...]:
    words = {
        Wish.ADVICE: "Nothing urgent is stated and advice is enough.",
        Wish.APPOINTMENT: "Nothing urgent is stated and an appointment is wanted.",
        Wish.NOT_SAID: "Nothing urgent is stated yet.",
    }[stated.wish]
    return (Reason(words=words, source="Grade policy"), *_history(stated))


def _history(stated: Stated) -> tuple[Reason, ...]:
    if not stated.previous_no_crime:
        return ()
    times = "Once" if stated.previous_no_crime == 1 else f"{stated.previous_no_crime} times"
    return (Reason(words=f"{times} before without a crime recorded: this does not lower the grade.", source="C13"),)
