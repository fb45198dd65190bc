"""Passing somebody on to those who help, what came of it, and the safety plan made with the victim."""

from collections.abc import Sequence
from datetime import date, datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import EVERY_SLOT, keep
from bluelamp.partners.actions.sharing import share
from bluelamp.places.queries import partners
from bluelamp.safeguarding import events
from bluelamp.safeguarding.keeping import locked, say
from bluelamp.safeguarding.models import Referral, SafetyPlan
from bluelamp.safeguarding.owed.domestic import ADVISER, CHILD_REFERRAL
from bluelamp.safeguarding.rules.assessing import Risk
from bluelamp.safeguarding.sharing import PURPOSES, fields_of
from bluelamp.verdict import Refused, refused

_SOURCE = "Referral in domestic abuse"


@action
def refer(
    *,
    by: Acting,
    at: datetime,
    domestic: int,
    kind: str,
    body: int,
    words: str = "",
    agreed: bool | None = None,
    key: str | None = None,
) -> str:
    """Refer to an adviser, children's services or adult care, under an agreement and with its fields alone.

    Against the victim's word only where the risk is High. An answer is owed by the body; of an adviser, until somebody
    has reached the victim.
    """
    require(by, "safeguarding.refer")
    found, to = locked(domestic), partners().filter(pk=body).first()
    if to is None or kind not in Referral.Kind.values:
        raise Refused(refused("Choose whom to tell.", field="body"))
    if Referral.objects.filter(domestic=found, kind=kind).exists():
        raise Refused(refused("They have the referral already.", "Order of events", field="kind"))
    if kind == Referral.Kind.ADVISER and agreed is False and found.grade != Risk.HIGH:
        raise Refused(refused("Below High only where the victim agrees.", _SOURCE, field="agreed"))
    if agreed is False and not words.strip():
        raise Refused(refused("The victim does not agree: write why you tell them all the same.", field="words"))
    purpose = PURPOSES[Referral.Kind(kind)]
    fields = fields_of(found, partner=to.key, purpose=purpose, asked=words, agreed=agreed, by=by, at=at)
    people = (found.victim.person.ref,) if found.victim else ()
    ref = share(
        partner=to.key, purpose=purpose, record=found.ref, fields=fields, about=(found.incident.ref, *people),
        urgent=found.grade == Risk.HIGH, follow="reached" if kind == Referral.Kind.ADVISER else "", by=by, at=at,
    )  # fmt: skip
    Referral.objects.create(
        domestic=found, kind=kind, body=to, words=words, agreed=agreed, at=at, officer_id=officer_of(by),
        share_id=int(ref.partition(":")[2]),
    )  # fmt: skip
    facts = {"body": to.name, "kind": kind, "agreed": agreed}
    say(events.REFERRED, found, facts=facts, words={"words": words}, about=(f"partner:{to.pk}",))
    if kind == Referral.Kind.ADVISER:
        keep(ADVISER, record=found.ref, at=at)
    elif kind == Referral.Kind.CHILDREN:
        keep(CHILD_REFERRAL, record=found.ref, slot=EVERY_SLOT, at=at)
    return found.ref


@action
def plan_for_safety(
    *,
    by: Acting,
    at: datetime,
    domestic: int,
    steps: Sequence[str],
    review_on: date,
    agreed_with: bool = True,
    why_not: str = "",
    key: str | None = None,
) -> str:
    """Keep what was agreed with the victim, step by step; a plan made without them says why."""
    require(by, "safeguarding.assess")
    found, written = locked(domestic), [step.strip() for step in steps if step.strip()]
    if not written:
        raise Refused(refused("Write at least one step.", field="steps"))
    if not agreed_with and not why_not.strip():
        raise Refused(refused("Write why it was not made with them.", field="why_not"))
    if review_on <= local_day(at):
        raise Refused(refused("Look at it again on a day to come.", field="review_on"))
    SafetyPlan.objects.create(
        domestic=found, steps=written, agreed_with=agreed_with, why_not=why_not, review_on=review_on, at=at,
        officer_id=officer_of(by),
    )  # fmt: skip
    facts = {"steps": len(written), "review_on": spoken_day(review_on), "agreed_with": agreed_with}
    say(events.PLANNED, found, facts=facts, words={"plan": "; ".join(written)})
    return found.ref
