"""The promises about those called: an adult called and come, a delay of rights ended, a child's accommodation."""

from datetime import datetime

from bluelamp.custody.models import Called, CustodyVisit, Detention, RightDelayed
from bluelamp.custody.owed.records import held_open
from bluelamp.custody.rules import appropriate_adults, children, rights
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of

ADULT = Called.Kind.APPROPRIATE_ADULT.value


def adult_called_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: None once one was called, or the person is out."""
    found = held_open(record)
    if found is None or found.called.filter(kind=ADULT).exists():
        return None
    return adult_called_by(found)


def adult_called_by(detention: Detention) -> Deadline:
    """By when an appropriate adult is called for this person."""
    return appropriate_adults.called_by(needed_since=detention.arrived_at, law=law_of("custody"))


def adult_here_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: None once this one came or is not coming, or the person is out."""
    called = Called.objects.filter(pk=slot or 0, arrived_at=None, not_coming_at=None, detention__released_at=None)
    found = called.first()
    return adult_here_by(found.called_at) if found else None


def adult_here_by(called_at: datetime) -> Deadline:
    """By when an appropriate adult called should be here."""
    return appropriate_adults.arrives_by(called_at=called_at, law=law_of("custody"))


def delay_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the longest a right may be delayed; None once it is not."""
    found = RightDelayed.objects.filter(pk=slot or 0, ended_at=None, detention__released_at=None)
    delayed = found.select_related("detention__arrest").first()
    return delay_by(delayed.detention, delayed.since) if delayed else None


def delay_by(detention: Detention, at: datetime) -> Deadline | None:
    """By when a delay ends: 36 h from the relevant time."""
    return rights.delay_ends(detention=detention.as_facts(), law=law_of("custody"), at=at)


def accommodation_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: None once the local authority was asked, or the child is out."""
    found = held_open(record)
    if found is None or found.charged_at is None or found.accommodation.exists():
        return None
    return accommodation_by(found.charged_at)


def accommodation_by(refused_bail_at: datetime) -> Deadline:
    """By when the local authority is asked for a child refused bail."""
    return children.accommodation_asked_by(refused_bail_at=refused_bail_at, law=law_of("custody"))


def answer_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: what custody visitors raised; None once answered."""
    found = CustodyVisit.objects.filter(pk=record.partition(":")[2], answered_at=None).exclude(raised="").first()
    return visitors_answered_by(found.came_at) if found else None


def visitors_answered_by(came_at: datetime) -> Deadline:
    """By when what custody visitors raised is answered."""
    return appropriate_adults.visitors_answered_by(came_at=came_at, law=law_of("custody"))


CALL_ADULT = Kind(
    name="custody.call_adult",
    wording="Call an appropriate adult for {who}",
    title="Call an appropriate adult",
    to="The detained person",
    source="Code C 3.15",
    acts="custody.call",
    kept_when="An appropriate adult is called",
    ask=adult_called_due,
    page="custody:call",
    group="Custody",
)
ADULT_HERE = Kind(
    name="custody.adult_here",
    wording="Appropriate adult to come for {who}",
    title="Appropriate adult to come",
    to="The detained person",
    source="Code C 3.15; force policy",
    acts="custody.call",
    kept_when="The appropriate adult is here",
    ask=adult_here_due,
    warn_minutes=(30,),
    page="custody:call",
    group="Custody",
)
DELAY_ENDS = Kind(
    name="custody.delay_ends",
    wording="{right} of {who} no longer delayed",
    title="End the delay of a right",
    to="The detained person",
    source="PACE s.56(3), s.58(5)",
    acts="custody.authorise",
    kept_when="The delay is ended",
    ask=delay_due,
    warn_minutes=(120, 60),
    page="custody:delay_right",
    group="Custody",
)
ACCOMMODATION = Kind(
    name="custody.accommodation",
    wording="Ask the local authority to accommodate {who}",
    title="Ask for local authority accommodation",
    to="The child",
    source="PACE s.38(6)",
    acts="custody.authorise",
    kept_when="The local authority is asked",
    ask=accommodation_due,
    page="custody:accommodation",
    group="Custody",
)
VISITORS_ANSWERED = Kind(
    name="custody.visitors_answered",
    wording="Answer the custody visitors at {suite}",
    title="Answer the custody visitors",
    to="The independent custody visitors",
    source="Police Reform Act 2002 s.51; force policy",
    acts="custody.review",
    kept_when="They are answered",
    ask=answer_due,
    page="custody:visitors",
    group="Custody",
)
