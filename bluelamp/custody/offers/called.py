"""What may be done about those called, a child, treatment and interviews on an open record."""

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.custody.cells import is_child
from bluelamp.custody.models import Detention
from bluelamp.custody.offers.wording import authorised, first_of, offer
from bluelamp.verdict import allowed, refused

MAY_CALL = ("custody.call", "custody.transfer")


def to_help(found: Detention, by: Acting) -> list[Offer]:
    """What stays possible of this for somebody seriously injured, whose record is frozen."""
    return [_call(found, by), *_treatment(found, by)]


def _call(found: Detention, by: Acting) -> Offer:
    awaited = ", ".join(found.waiting_for)
    adult = "Child: an adult is needed" if is_child(found) else "Appropriate adult, interpreter, solicitor, healthcare"
    note = f"Waiting for: {awaited}" if awaited else adult
    return offer("Call somebody", "custody:call", found.pk, may(by, *MAY_CALL), note)


def _treatment(found: Detention, by: Acting) -> list[Offer]:
    return [
        offer("What healthcare advised", "custody:healthcare", found.pk, may(by, "custody.call")),
        offer("Medication", "custody:medicine", found.pk, may(by, "custody.call")),
    ]


def offers(found: Detention, by: Acting) -> list[Offer]:
    """In the order of the work; no statements."""
    charged = allowed() if found.charged_at is None else refused("Not after charge, as a rule.", "Code C 16.5")
    rows = [
        _call(found, by),
        offer("Vulnerable or not", "custody:vulnerable", found.pk, may(by, "custody.call", "custody.book_in")),
        offer("Say again with the adult", "custody:again", found.pk, may(by, "custody.call", "custody.book_in")),
        *_treatment(found, by),
        offer(
            "Interview",
            "journeys:interview",
            found.pk,
            first_of(may(by, "custody.arrest", "custody.authorise"), authorised(found), charged),
        ),
        offer("Delay of rights", "custody:delay", found.pk, may(by, "custody.review", "custody.authorise")),
        offer("Use of force", "custody:force", found.pk, may(by, "custody.transfer", "custody.arrest")),
        offer("Complaint", "custody:complaint", found.pk, may(by, "custody.transfer", "custody.view")),
    ]
    if is_child(found):
        rows.insert(
            1,
            offer(
                "Child: welfare and accommodation",
                "custody:child",
                found.pk,
                may(by, "custody.authorise", "custody.call"),
            ),
        )
    return rows
