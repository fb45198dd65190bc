"""What may be done about leaving, papers and copies: open records and closed ones; refusals with the law."""

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.custody.models import Detention
from bluelamp.custody.offers.wording import first_of, not_frozen, offer


def offers(found: Detention, by: Acting) -> list[Offer]:
    """The assessment before release while somebody is held; papers, copies and a referral at any time."""
    papers, refer = may(by, "custody.papers"), may(by, "custody.refer")
    made = []
    if not found.released_at:
        verdict = first_of(may(by, "custody.release"), not_frozen(found))
        note = "How they get home, and what is done about each risk"
        made.append(offer("Risk assessment before release", "journeys:pre_release", found.pk, verdict, note))
    made.append(offer("Papers of this record", "journeys:papers", found.pk, papers, "Signed PDFs; each is logged"))
    made.append(
        offer("Copies, and showing the record", "custody:copies", found.pk, papers, "Solicitor, adult, the person")
    )
    label = "Frozen: referral to the IOPC" if found.frozen_at else "Death or serious injury"
    note = "The record is frozen" if found.frozen_at else "Freezes the record; the IOPC is told"
    made.append(offer(label, "custody:referral", found.pk, refer, note))
    return made
