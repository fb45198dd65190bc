"""The promises about those called: an appropriate adult called and come, a delay of rights ended."""

from bluelamp.custody.models import Called, Delay, Detention
from bluelamp.custody.needs import adult_to_call
from bluelamp.custody.owed.records import held_open
from bluelamp.custody.rules import called, rights
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def adult_call_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: an adult to be called; None once called, or where none is owed."""
    detention = held_open(record)
    owed = adult_to_call(detention) if detention else None
    return called.call_by(needed_since=owed[1], law=law_of("custody")) if owed and str(owed[0]) == slot else None


def adult_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: a called adult not here yet; None once here or not coming."""
    one = Called.objects.filter(pk=slot or 0, arrived_at=None, ended_at=None).first()
    return adult_by(one) if one and held_open(record) else None


def adult_by(one: Called) -> Deadline:
    """By when a called adult is expected here."""
    return called.arrive_by(called_at=one.called_at, law=law_of("custody"))


def delay_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the longest a right may be delayed; None once the delay is over."""
    detention = held_open(record)
    live = detention and Delay.objects.filter(detention=detention, pk=slot or 0, ended_at=None).exists()
    return delay_by(detention) if detention and live else None


def delay_by(detention: Detention) -> Deadline | None:
    """The longest any right of this person may be delayed; None while the clock has not started."""
    at = detention.relevant_time or detention.arrived_at
    return rights.delay_ends(detention=detention.as_facts(), law=law_of("custody"), at=at)


CALL_ADULT = Kind(
    name="custody.call_adult",
    wording="Call an appropriate adult for {who}",
    title="Call an appropriate adult",
    to="The detained person",
    source="Code C 3.15, as soon as practicable; the minutes are force policy",
    acts="custody.call",
    kept_when="An appropriate adult is called",
    ask=adult_call_due,
    page="custody:call",
    group="Custody",
)
ADULT_COMES = Kind(
    name="custody.adult_comes",
    wording="Appropriate adult here for {who}",
    title="Appropriate adult here after being called",
    to="The detained person",
    source="Force policy, from called to arrived",
    acts="custody.call",
    kept_when="The appropriate adult has arrived",
    ask=adult_due,
    warn_minutes=(30,),
    page="custody:call",
    group="Custody",
)
END_DELAY = Kind(
    name="custody.end_delay",
    wording="Delay of rights of {who} ends: {right}",
    title="End a delay of rights within 36 hours",
    to="The detained person",
    source="PACE s.56(3), s.58(5)",
    acts="custody.review",
    kept_when="The delay is ended",
    ask=delay_due,
    warn_minutes=(120, 30),
    page="custody:delay",
    group="Custody",
)
