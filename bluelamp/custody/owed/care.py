"""The promises of care: each visit, the inspector told of a late one, who watches relieved, eight hours of rest."""

from datetime import datetime

from bluelamp.custody import care
from bluelamp.custody.actions import visit_alarms
from bluelamp.custody.owed.records import held_open
from bluelamp.custody.rules import observing, rest, visits
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def visit_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the visit after the one in `slot`; None once made, at hospital or released."""
    detention = held_open(record)
    owed = care.visit_owed(detention) if detention else None
    return owed.deadline if owed and owed.slot == slot else None


def inspector_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: when an inspector is told; None once the visit is made."""
    due = visit_due(record, slot)
    return visits.inspector_told(due=due.due, law=law_of("custody")) if due else None


def relief_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: relief of the one who watches; None once relieved."""
    detention = held_open(record)
    watch = detention.watches.filter(pk=slot or 0, ended_at=None).first() if detention else None
    return observing.relief_due(since=watch.began_at, law=law_of("custody")) if watch else None


def rest_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: by when rest begins; None while it lasts. `slot` is its number and due time."""
    detention = held_open(record)
    if detention is None:
        return None
    number, _, due = slot.partition(" ")
    found = care.resting(detention)
    if care.is_resting(found) or number != str(care.rest_number(found)):
        return None
    return rest.begin_by(resting=found, law=law_of("custody"), at=datetime.fromisoformat(due))


VISIT = Kind(
    name="custody.visit",
    wording="Visit {who}, level {level}",
    title="Visit a detained person",
    to="The detained person",
    source="Code C 9.3; APP Detention and Custody",
    acts="custody.care",
    kept_when="A visit is written; it counts from when it was made",
    ask=visit_due,
    alarm=visit_alarms.say_visit_late,
    page="desks:detention",
    group="Custody",
    fold="{count} cell visits, {place}, first {who}",
)
VISIT_INSPECTOR = Kind(
    name="custody.visit_inspector",
    wording="Visit to {who} is late: an inspector sees to it",
    title="See to a visit late by 10 min",
    to="The detained person",
    source="Force policy: late by more is for the inspector",
    acts="custody.review",
    kept_when="The visit is made before an inspector must be told",
    ask=inspector_due,
    alarm=visit_alarms.tell_inspector,
    page="desks:detention",
    group="Custody",
)
RELIEF = Kind(
    name="custody.observer_relief",
    wording="Relieve who watches {who}",
    title="Relieve who watches without a break",
    to="The detained person",
    source="APP Detention and Custody, detainee care, levels 3 and 4; the interval is force policy",
    acts="custody.care",
    kept_when="Another person is named as watching",
    ask=relief_due,
    warn_minutes=(10,),
    page="desks:detention",
    group="Custody",
)
REST = Kind(
    name="custody.rest",
    wording="Rest of 8 h begins, {who}",
    title="Let a detained person rest 8 hours",
    to="The detained person",
    source="Code C 12.2",
    acts="custody.care",
    kept_when="A rest begins that leaves room for eight hours together",
    ask=rest_due,
    warn_minutes=(120, 30),
    page="desks:detention",
    group="Custody",
)
