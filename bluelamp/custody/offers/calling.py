"""What may be done about those called, interviews, rights delayed and children."""

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.custody.cells import is_child
from bluelamp.custody.models import Detention
from bluelamp.custody.offers.wording import NOT_AUTHORISED, first_of, offer
from bluelamp.verdict import Verdict, allowed, refused


def offers(found: Detention, by: Acting) -> list[Offer]:
    """In the order of the work; a child's accommodation only where the person is or appears under 18."""
    called = may(by, "custody.call", "custody.care")
    listed = [
        offer("Call somebody, or receive them", "custody:call", found.pk, called, _waiting(found)),
        offer("Interview", "custody:interview", found.pk, first_of(_interview(found), may(by, "custody.interview"))),
        offer("Delay a right", "custody:delay_right", found.pk, _delay(found, by), "An inspector or superintendent"),
        offer("Write force used", "custody:force", found.pk, may(by, "custody.call", "custody.transfer")),
        offer("Write a complaint", "custody:complaint", found.pk, may(by, "custody.call", "custody.transfer")),
    ]
    if is_child(found):
        verdict = first_of(_refused_bail(found), may(by, "custody.authorise"))
        note = "Moved there, or a certificate for the court"
        listed.insert(1, offer("Local authority accommodation", "custody:accommodation", found.pk, verdict, note))
    return listed


def _waiting(found: Detention) -> str:
    return f"Waiting for: {', '.join(found.waiting_for).lower()}" if found.waiting_for else "Nobody is waited for"


def _interview(found: Detention) -> Verdict:
    return allowed() if found.authorised_at else NOT_AUTHORISED


def _refused_bail(found: Detention) -> Verdict:
    if found.charged_at:
        return allowed()
    return refused("Not yet: once the child is charged and refused bail.", "PACE s.38(6)")


def _delay(found: Detention, by: Acting) -> Verdict:
    if found.arrest and found.arrest.offence_class == "summary":
        return refused("Never for a summary-only offence.", "PACE s.56(2), s.58(6)")
    return may(by, "custody.review", "custody.extend", "custody.authorise")
