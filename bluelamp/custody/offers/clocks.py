"""What may be done that moves the clocks: how they came in, another arrest, a warrant, and the court's decision."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.custody.models import Detention
from bluelamp.custody.offers.wording import NOT_AUTHORISED, first_of, offer
from bluelamp.custody.rules.warrants import Applying, may_apply
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Verdict, allowed, refused

COURT = ("custody.arrest", "custody.authorise", "cases.charge")


def offers(found: Detention, by: Acting, at: datetime) -> list[Offer]:
    """Of an open record; a warrant only once detention has been extended or nearly run out."""
    made = [_came_in(found, by)]
    if found.authorised_at:
        made.append(_further(found, by))
    if found.authorised_at and found.charged_at is None and _late_enough(found):
        made.append(_warrant(found, by, at))
    return made


def _came_in(found: Detention, by: Acting) -> Offer:
    back = refused("Back on bail: the clock goes on from the stays before.", "PACE s.47(6)")
    verdict = first_of(may(by, "custody.book_in", "custody.authorise"), back if found.on_bail_id else allowed())
    return offer("Say how they came into detention", "custody:came_in", found.pk, verdict, "Decides the relevant time")


def _further(found: Detention, by: Acting) -> Offer:
    verdict = first_of(may(by, "custody.arrest", "custody.authorise"))
    return offer("Arrest for another offence", "journeys:further_arrest", found.pk, verdict, "The clock stays the same")


def _late_enough(found: Detention) -> bool:
    return bool(found.warrants or found.warrant_asked_at or found.extensions.all())


def _warrant(found: Detention, by: Acting, at: datetime) -> Offer:
    if found.warrant_asked_at:
        verdict = may(by, *COURT)
        return offer(
            "Write what the court decided", "custody:warrant_decision", found.pk, verdict, "Application waiting"
        )
    label = "Apply to extend the warrant" if found.warrants else "Apply for a warrant of further detention"
    verdict = first_of(may(by, *COURT), _in_law(found, at))
    return offer(label, "custody:warrant", found.pk, verdict, "Before 36 hours; at most 96 in all")


def _in_law(found: Detention, at: datetime) -> Verdict:
    if found.authorised_at is None:
        return NOT_AUTHORISED
    applying = Applying(
        detention=found.as_facts(),
        kind_of_offence=found.kind_of_offence(),
        court_can_sit_by_limit=False,
        court_sits_at=at,
    )
    return may_apply(applying=applying, law=law_of("custody"), at=at)
