"""Promises at and after leaving: a court that sits, a copy of the record, a referral to the IOPC."""

from bluelamp.custody.models import CopyRequest, Detention, Referral
from bluelamp.custody.owed.records import held_open
from bluelamp.custody.rules import copies, referral, ways_out
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def court_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the first sitting after charge; None once out, or where not charged."""
    detention = held_open(record)
    return court_by(detention) if detention and detention.charged_at else None


def court_by(detention: Detention) -> Deadline:
    """The first sitting after the charge. Raises ValueError where nobody is charged."""
    if detention.charged_at is None:
        raise ValueError("Nobody is charged.")
    return ways_out.first_sitting(charged_at=detention.charged_at, law=law_of("custody")).deadline


def copy_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: a copy asked for; None once given or refused."""
    asked = CopyRequest.objects.filter(pk=slot or 0, given_at=None, refused_at=None).first()
    return copies.give_by(asked_at=asked.asked_at, law=law_of("custody")) if asked else None


def referral_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: a referral; None once made."""
    found = Referral.objects.filter(pk=slot or 0, referred_at=None).first()
    return referral.refer_by(known_at=found.opened_at, law=law_of("custody")) if found else None


COURT = Kind(
    name="custody.court",
    wording="Bring {who} before the court",
    title="Bring somebody charged and kept before the court",
    to="The detained person",
    source="PACE s.46(2)",
    acts="custody.release",
    kept_when="The person leaves for court",
    ask=court_due,
    warn_minutes=(240, 120, 60),
    page="desks:detention",
    group="Custody",
)
COPY = Kind(
    name="custody.copy",
    wording="Give a copy of the custody record of {who}",
    title="Give a copy of a custody record",
    to="Who asked for it",
    source="Code C 2.4A",
    acts="custody.papers",
    kept_when="The copy is given or refused",
    ask=copy_due,
    warn_minutes=(1440,),
    page="custody:copies",
    group="Custody",
)
REFER = Kind(
    name="custody.referral",
    wording="Refer to the IOPC: {harm_words}",
    title="Refer a death or serious injury to the IOPC",
    to="The IOPC and the family",
    source=referral.SOURCE,
    acts="custody.refer",
    kept_when="The referral is made",
    ask=referral_due,
    warn_minutes=(720, 240, 60),
    page="custody:referral",
    group="Custody",
)
