"""Whether somebody detained may be charged now, here, by this person; refusals with the law."""

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere, may_police_charge
from bluelamp.custody.models import Detention
from bluelamp.custody.offers.wording import authorised
from bluelamp.verdict import Verdict


def offers(found: Detention, by: Acting) -> list[Offer]:
    """Charging by the police, or writing down what a prosecutor decided."""
    if found.released_at or found.charged_at or found.frozen_at:
        return []
    ready = authorised(found)
    allowed_to = may(by, "cases.charge")
    here = may_charge_here(found)
    verdict = next((one for one in (ready, here, allowed_to) if not one.allowed), here)
    prosecutor = next((one for one in (ready, allowed_to) if not one.allowed), allowed_to)
    url = reverse("journeys:charge", args=[found.pk])
    return [
        Offer(label="Charge", url=url if verdict.allowed else None, note="The police may decide", verdict=verdict),
        Offer(
            label="Charge on a prosecutor's decision",
            url=url if prosecutor.allowed else None,
            note="Their reference is written down",
            verdict=prosecutor,
        ),
    ]


def may_charge_here(found: Detention) -> Verdict:
    """The most that could be: an either-way offence still needs a guilty plea expected, asked on the page itself."""
    offence = Offence(
        tried=TriedWhere(found.arrest.offence_class) if found.arrest else TriedWhere.SUMMARY,
        domestic=bool(found.arrest and found.arrest.domestic),
        magistrates_suitable=True,
        guilty_plea_expected=True,
    )
    return may_police_charge(offence)
