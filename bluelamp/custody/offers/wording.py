"""What every offer of custody is made of: a page where it is allowed, one reason where it is not."""

from django.urls import reverse

from bluelamp.access.offers import Offer
from bluelamp.custody.keeping import FROZEN
from bluelamp.custody.models import Detention
from bluelamp.verdict import Verdict, allowed, every, refused

NOT_AUTHORISED = refused("Not yet: detention is not authorised.", "PACE s.37")


def offer(label: str, page: str, pk: int, verdict: Verdict, note: str = "") -> Offer:
    """One action with its page where it is allowed."""
    url = reverse(page, args=[pk]) if verdict.allowed else None
    return Offer(label=label, url=url, note=note, verdict=verdict)


def authorised(found: Detention) -> Verdict:
    """Refused until detention is authorised."""
    return allowed() if found.authorised_at else NOT_AUTHORISED


def first_of(*verdicts: Verdict) -> Verdict:
    """The first refusal alone: one reason is enough to know why not now."""
    return next((one for one in verdicts if not one.allowed), every(*verdicts))


def not_frozen(found: Detention) -> Verdict:
    """Refused while the record is frozen after a death or serious injury."""
    return refused("Not now: the record is frozen.", FROZEN) if found.frozen_at else allowed()
