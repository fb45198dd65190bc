"""Referral to a support service (Victims' Code, right 4)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused
from bluelamp.victims.rules.telling import Step
from bluelamp.victims.rules.telling import due as telling_due

_SOURCE = "Victims' Code, right 4"


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
