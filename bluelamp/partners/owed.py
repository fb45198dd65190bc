"""The promises of sharing: a partner answers, the victim is reached, another way is found, agreements are renewed."""

from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.partners.models import Agreement, Share
from bluelamp.partners.rules import answering
from bluelamp.partners.rules.agreement import renewal_due
from bluelamp.places.law_in_force import law_of


def answer(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop."""
    found = _share(record)
    return answer_due(found) if found else None


def reached(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop."""
    found = _share(record)
    return reached_due(found) if found else None


def another_way(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop."""
    found = _share(record)
    return another_way_due(found) if found else None


def answer_due(found: Share) -> Deadline | None:
    """From the share; None once accepted, declined or taken back."""
    if found.accepted_at or found.declined_at or found.taken_back_at:
        return None
    return answering.answer_due(law_of("partners"), sent_at=found.sent_at, urgent=found.urgent)


def reached_due(found: Share) -> Deadline | None:
    """From the share; None once reached, declined or taken back, and where nobody follows it so far."""
    if found.reached_at or found.declined_at or found.taken_back_at or not found.follow:
        return None
    return answering.reached_due(law_of("partners"), sent_at=found.sent_at, urgent=found.urgent)


def another_way_due(found: Share) -> Deadline | None:
    """From the partner's no; None once another way was found."""
    if found.declined_at is None or found.another_way_at or found.taken_back_at:
        return None
    return answering.another_way_due(law_of("partners"), declined_at=found.declined_at, urgent=found.urgent)


def renewal(record: str, slot: str) -> Deadline | None:
    """From the agreement's days; None once it ended or a later one is there."""
    found = Agreement.objects.filter(pk=record.partition(":")[2] or 0).first()
    if found is None or found.ended_at or _renewed(found):
        return None
    return renewal_due(law_of("partners"), begins=found.begins, ends=found.ends)


def _renewed(found: Agreement) -> bool:
    same = Agreement.objects.filter(partner=found.partner_id, purpose=found.purpose, ended_at=None)
    return same.filter(ends__gt=found.ends).exists()


def _share(record: str) -> Share | None:
    return Share.objects.filter(pk=record.partition(":")[2] or 0).first()


_GROUP = "Partners"
_PAGE = "partners:share"
ANSWER = Kind(
    name="partners.answer",
    wording="Have an answer from {partner}, share {number}",
    title="Have an answer from a partner",
    to="Whom it is about",
    source="Force policy: partners answer in time",
    acts="partners.share",
    kept_when="The partner accepted or declined",
    ask=answer,
    warn_minutes=(60,),
    page=_PAGE,
    group=_GROUP,
)
REACHED = Kind(
    name="partners.reached",
    wording="See that {partner} has reached the victim, share {number}",
    title="See that a partner has reached the victim",
    to="The victim",
    source="Victims' Code, right 4; force policy: a referral is followed until somebody has reached the victim",
    acts="partners.share",
    kept_when="The partner said that they reached the victim; a message or a call that reached nobody does not count",
    ask=reached,
    warn_minutes=(4 * 60,),
    page=_PAGE,
    group=_GROUP,
    victim=True,
)
ANOTHER_WAY = Kind(
    name="partners.another_way",
    wording="Find another way: {partner} declined, share {number}",
    title="Find another way, because a partner declined",
    to="Whom it is about",
    source="Force policy: nobody is left because a partner declined",
    acts="partners.share",
    kept_when="Another way was found and written down, or it was shared with another body",
    ask=another_way,
    warn_minutes=(60,),
    page=_PAGE,
    group=_GROUP,
)
RENEWAL = Kind(
    name="partners.renewal",
    wording="Renew agreement {agreement} with {partner}, or let it go",
    title="Renew an agreement with a partner, or let it go",
    to="The command",
    source="Force policy: agreements to share are renewed in time",
    acts="partners.agree",
    kept_when="A later agreement for the same purpose was signed",
    ask=renewal,
    warn_minutes=(7 * 24 * 60,),
    page="partners:agreement",
    group=_GROUP,
)
