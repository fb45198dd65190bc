"""Referral to a support service (Victims' Code, right 4)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.calendars import VICTIMS_CODE
from bluelamp.deadlines.counting import working_days_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused
from bluelamp.victims.rules.telling import Step
from bluelamp.victims.rules.telling import due as telling_due

_SOURCE = "Victims' Code, right 4"


class Following(StrEnum):
    """What is waited for after a referral: the service's answer, then that it reached the victim."""

    ANSWER = "answer"
    REACHED = "reached"


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What the victim said about support. None: not asked yet.

    `asked_first`: the offence is one where the victim is asked before anything is passed on (domestic, sexual, or a
    bereaved relative of a homicide).
    """

    agreed: bool | None
    asked_first: bool = False


def due(law: Law, *, reported_at: datetime) -> Deadline:
    """Two working days after the report, for every victim alike."""
    return telling_due(law, step=Step.REFERRED, at=reported_at, enhanced=False)


def may_refer(consent: Consent) -> Verdict:
    """Whether details may go to the support service: never against the victim's word; asked first where sensitive."""
    if consent.agreed is False:
        return refused("The victim does not want to be referred.", _SOURCE, field="agreed")
    if consent.agreed is None and consent.asked_first:
        return refused("Ask the victim first.", _SOURCE, field="agreed")
    return allowed()


def follow_by(law: Law, *, following: Following, since: datetime) -> Deadline:
    """By when the service answers (from when it was asked) or reaches the victim (from when it accepted)."""
    value = law.value(f"victims.referral.{following}", on=local_day(since))
    event = "The service was asked" if following is Following.ANSWER else "The service accepted"
    return working_days_after(since, value.number, VICTIMS_CODE, basis=value.source, event=event)


def may_say_reached(*, accepted: bool, by_whom: str) -> Verdict:
    """Whether a referral has done its work: only once somebody of the service reached the victim, by name."""
    if not accepted:
        return refused("The service has not accepted yet.", _SOURCE, field="answer")
    return allowed() if by_whom.strip() else refused("Who of the service reached them?", _SOURCE, field="words")
