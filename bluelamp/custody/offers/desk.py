"""What the desk may do with an open record besides deciding: book in, rights, risk, search, belongings."""

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.custody.models import Detention
from bluelamp.custody.offers.wording import offer


def booking_in(found: Detention, by: Acting) -> Offer:
    """The whole booking in on one page; what is done already is left out there."""
    return offer(
        "Book in", "journeys:book_in", found.pk, may(by, "custody.book_in"), "All of it on one page, by keyboard"
    )


def of_the_desk(found: Detention, by: Acting) -> list[Offer]:
    """Each part on its own, to be added or done again."""
    verdict = may(by, "custody.desk")
    parts = (
        ("Tell a right", "custody:rights", "With its time and the person's words"),
        ("Assess the risk again", "custody:risk_assessment", "Earlier ones stay, the newest counts"),
        ("Write a search", "custody:search", "Ordinary, strip or intimate"),
        ("Fingerprints and samples", "custody:samples", "Photograph, DNA, drug test"),
        ("In their language", "custody:translate", "Grounds and charge, translated"),
        ("Take or open property", "custody:belongings", "Each opening needs a new seal"),
        ("Age, vulnerability, ethnicity", "custody:particulars", "Asked and seen"),
    )
    return [offer(label, page, found.pk, verdict, note) for label, page, note in parts]
