"""The promises to those who volunteer: an applicant hears from a person and is decided, expenses are decided,
and what was personal in an application that ended is erased."""

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of
from bluelamp.specials.models import Claim, Special


def contact_due(record: str, slot: str) -> Deadline | None:
    """From the application; None once somebody spoke to them, or it is decided."""
    found = _special(record)
    if found is None or found.contacted_at or found.accepted_at or found.ended_at:
        return None
    return after_application(found, "application.contacted_within")


def decision_due(record: str, slot: str) -> Deadline | None:
    """From the application; None once decided."""
    found = _special(record)
    if found is None or found.accepted_at or found.ended_at:
        return None
    return after_application(found, "application.decided_within")


def claim_due(record: str, slot: str) -> Deadline | None:
    """From the claim; None once decided. `slot` is the claim's key."""
    claim = Claim.objects.filter(pk=slot or 0).first()
    return claim_decided_by(claim) if claim and claim.state == Claim.State.SENT else None


def forgetting_due(record: str, slot: str) -> Deadline | None:
    """From the end of an application that never came to an attestation; None once erased."""
    found = _special(record)
    return forgotten_by(found) if found and found.ended_at and not found.erased_at and not found.officer_id else None


def after_application(special: Special, key: str) -> Deadline:
    """So many days after the application, by policy."""
    value = law_of("specials").value(key, on=local_day(special.applied_at))
    return span_after(special.applied_at, value.span, basis=value.source, event="Applied")


def claim_decided_by(claim: Claim) -> Deadline:
    """By when a claim is decided."""
    value = law_of("specials").value("expenses.decided_within", on=local_day(claim.sent_at))
    return span_after(claim.sent_at, value.span, basis=value.source, event="Claimed")


def forgotten_by(special: Special) -> Deadline:
    """By when the personal text of an application that ended is erased. Raises ValueError for one that runs."""
    if special.ended_at is None:
        raise ValueError("The application has not ended.")
    value = law_of("specials").value("application.forgotten_after", on=local_day(special.ended_at))
    return span_after(special.ended_at, value.span, basis=value.source, event="Ended")


def _special(record: str) -> Special | None:
    return Special.objects.filter(pk=record.partition(":")[2] or 0).first()


_GROUP = "Specials"
CONTACT = Kind(
    name="specials.contact",
    wording="Speak to who applied, application {number}",
    title="Speak to who applied to be a special",
    to="The applicant",
    source="Force policy: an applicant hears from a person",
    acts="specials.coordinate",
    kept_when="A named person spoke or wrote to them, or the application was decided",
    ask=contact_due,
    warn_minutes=(24 * 60,),
    page="specials:special",
    group=_GROUP,
)
DECIDE = Kind(
    name="specials.decide",
    wording="Decide application {number}",
    title="Decide an application to be a special",
    to="The applicant",
    source="Force policy: an application is decided",
    acts="specials.coordinate",
    kept_when="It was accepted for checks, declined, or withdrawn",
    ask=decision_due,
    warn_minutes=(3 * 24 * 60,),
    page="specials:special",
    group=_GROUP,
)
EXPENSES = Kind(
    name="specials.expenses",
    wording="Decide expenses of {day}, {sum}",
    title="Decide a special's expenses",
    to="The special",
    source="Force policy: expenses are decided",
    acts="specials.expenses",
    kept_when="Agreed, or turned down with the reason",
    ask=claim_due,
    warn_minutes=(2 * 24 * 60,),
    page="specials:special",
    group=_GROUP,
)
FORGET = Kind(
    name="specials.forget",
    wording="Erase what is personal in application {number}, which ended",
    title="Erase what is personal in an application that ended",
    to="The applicant",
    source="Force policy: personal text of an application that ended is erased",
    acts="ledger.erase",
    kept_when="Name, contact and words are erased in the record and in the ledger",
    ask=forgetting_due,
    warn_minutes=(7 * 24 * 60,),
    page="specials:special",
    group=_GROUP,
)
