"""What may be done with a share, an agreement or a body now, by this person; refusals with their reason."""

from datetime import datetime

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.partners.models import Agreement, Share
from bluelamp.partners.queries import links_alive
from bluelamp.partners.rules.answering import SOURCE, Answer, may_answer
from bluelamp.places.models import PartnerBody
from bluelamp.verdict import Verdict, allowed, every, refused

_NEEDS = ("partners.share",)


def offers(found: Share, by: Acting, *, at: datetime) -> list[Offer]:
    """Find another way first where the partner declined, then the link, an answer heard, taking it back."""
    standing = found.standing()
    open_ = may_answer(standing, Answer.UPDATE if found.accepted_at else Answer.ACCEPT)
    there = _there(found)
    made = [
        _offer("Make a link for the partner", "link", _link_note(found, at), found.pk, by, there),
        _offer("Write down their answer", "heard", "Heard by phone or in person", found.pk, by, open_),
        _offer("Take it back", "take_back", "Sent by mistake", found.pk, by, there),
    ]
    if by.may("ledger.erase"):
        erased = refused("It is erased already.", SOURCE) if found.erased_at else allowed()
        url = reverse("partners:erase", args=[found.pk]) if erased.allowed else None
        made.append(Offer(label="Erase what was shared", url=url, note="On a legal ground", verdict=erased))
    if found.declined_at and not found.another_way_at and not found.taken_back_at:
        other = _offer("Another way was found", "another_way", "What is done instead", found.pk, by, allowed())
        return [other, *made[2:]]
    return made


def offers_of_body(partner: PartnerBody, by: Acting) -> list[Offer]:
    """Sign an agreement, set the contact, make a key; to others why they may not, once."""
    signing = _agree("Sign an agreement", "agree", "Which fields may leave, by which law", partner.key, by)
    if not signing.is_open:
        return [signing]
    return [
        signing,
        _agree("Set how they are reached", "contact", "Never shipped, set by the force", partner.key, by),
        _agree("Make a key for signed answers", "key", "For a system of theirs", partner.key, by),
    ]


def offers_of_agreement(found: Agreement, by: Acting) -> list[Offer]:
    """End it before its time."""
    ended = refused("It was ended already.", SOURCE) if found.ended_at else allowed()
    verdict = every(may(by, "partners.agree"), ended)
    url = reverse("partners:end_agreement", args=[found.pk]) if verdict.allowed else None
    return [Offer(label="End this agreement", url=url, note="Nothing is shared under it from then on", verdict=verdict)]


def _there(found: Share) -> Verdict:
    if found.taken_back_at:
        return refused("It was taken back.", SOURCE)
    return refused("What was shared is erased.", SOURCE) if found.erased_at else allowed()


def _link_note(found: Share, at: datetime) -> str:
    return "The one made before is then dead" if links_alive(found.pk, at=at) else "Opens once, with a code"


def _offer(label: str, name: str, note: str, pk: int, by: Acting, rule: Verdict) -> Offer:
    verdict = every(may(by, *_NEEDS), rule)
    url = reverse(f"partners:{name}", args=[pk]) if verdict.allowed else None
    return Offer(label=label, url=url, note=note, verdict=verdict)


def _agree(label: str, name: str, note: str, key: str, by: Acting) -> Offer:
    verdict = may(by, "partners.agree")
    url = reverse(f"partners:{name}", args=[key]) if verdict.allowed else None
    return Offer(label=label, url=url, note=note, verdict=verdict)
