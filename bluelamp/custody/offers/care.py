"""What may be done for the care of somebody in custody now: plan, visits, who watches, meals, rest."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.custody.models import Detention
from bluelamp.custody.offers.wording import first_of, offer
from bluelamp.custody.rules.observing import needs_observer
from bluelamp.design.times import clock_words
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import Verdict, allowed, refused

SOURCE = "Code C 9.3; APP Detention and Custody, detainee care"


def offers(found: Detention, by: Acting, *, away: bool, at: datetime) -> list[Offer]:
    """The care of an open record, the visit first."""
    here = refused("Not now: at hospital.", "Order of events") if away else allowed()
    care = may(by, "custody.care")
    made = [_visit(found, care, here)]
    if needs_observer(level=found.level, law=law_of("custody"), at=at):
        made.append(offer("Relieve who watches", "custody:watch", found.pk, first_of(care, here), "By name, and told"))
    plan = "Change the care plan" if found.level else "Make the care plan"
    note = f"Level {found.level} now" if found.level else "Observation level, justified"
    return [
        *made,
        offer("Meals, drinks and care", "custody:care", found.pk, first_of(care, here), "Offered, taken or declined"),
        offer("Rest", "custody:rest", found.pk, first_of(care, here), "Begins, is broken, ends"),
        offer(plan, "custody:care_plan", found.pk, may(by, "custody.care_plan"), note),
    ]


def _visit(found: Detention, care: Verdict, here: Verdict) -> Offer:
    level = allowed() if found.level else refused("Not yet: there is no observation level.", SOURCE)
    label = "Write a rousing" if found.must_rouse else "Write a visit"
    due = f"Due {clock_words(found.visit_due_at)}" if found.visit_due_at else ""
    return offer(label, "custody:visit", found.pk, first_of(care, here, level), due)
