"""A partner body as the one who acts: apart from officers, and only about what was shared with it."""

from bluelamp.access.acting import Acting
from bluelamp.places.models import PartnerBody

ANSWERS = "system.partner_answers"
"""What a partner may do on its own page, and nobody else: no role can hold it."""


def acting_for(partner: PartnerBody) -> Acting:
    """The body itself, by its link or its signed answer."""
    return Acting(ref=ref_of(partner.pk), name=partner.name, capabilities=frozenset({ANSWERS}), is_partner=True)


def ref_of(partner: int) -> str:
    return f"partner:{partner}"
