"""Promises on the way to a suite (P4, P31): its answer, the clocks of a station without cells; planned closures."""

from bluelamp.custody.models import Arrest, PlannedClosure, Slot
from bluelamp.custody.rules import detention_clock, slots
from bluelamp.custody.rules.facts import Detention
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import spoken
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def answer_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the suite's answer; None once given or lapsed."""
    asked = Slot.objects.filter(pk=slot or 0, answered_at=None, ended_at=None).first()
    return answer_by(asked) if asked else None


def answer_by(slot: Slot) -> Deadline:
    """By when the suite answers."""
    return slots.answer_by(asked_at=slot.asked_at, law=law_of("custody"))


def slot_lapse(slot: Slot) -> Deadline:
    """When a place is given up (P31)."""
    return slots.lapse(arrival_expected_at=slot.eta, law=law_of("custody"))


ANSWER = Kind(
    name="custody.slot_answer",
    wording="Answer the crew: a place at {suite}",
    title="Answer a crew that asks for a place",
    to="The arresting crew",
    source="Force policy, slot before transport",
    acts="custody.answer_slot",
    kept_when="The suite accepts or diverts",
    ask=answer_due,
    page="custody:slot",
    group="Custody",
)


def designated_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: a suite after a station without cells; None once there."""
    made = _before_a_suite(record)
    return designated_by(made) if made else None


def designated_by(made: Arrest) -> Deadline:
    """By when somebody at a station that is not designated is at one that is. Raises ValueError if at none."""
    if made.first_station_at is None:
        raise ValueError("No station was reached.")
    return detention_clock.designated_station(first_station_at=made.first_station_at, law=law_of("custody"))


def station_limit_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: the 24 hours that run before any suite; the detention's own once there."""
    made = _before_a_suite(record)
    return station_limit(made) if made else None


def station_limit(made: Arrest) -> Deadline:
    """The end of the 24 hours that the first station started. Raises ValueError if none was reached."""
    facts = made.as_facts(first_station_at=made.first_station_at)
    found = detention_clock.limit(
        detention=Detention(arrest=facts), law=law_of("custody"), at=made.first_station_at or made.arrested_at
    )
    if found is None:
        raise ValueError("No station was reached.")
    return found


def _before_a_suite(record: str) -> Arrest | None:
    found = Arrest.objects.filter(pk=record.partition(":")[2], dearrested_at=None, first_station_at__isnull=False)
    made = found.first()
    return made if made and not made.detentions.exists() else None


def close_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop: cells planned to close; None once closed or called off."""
    made = PlannedClosure.objects.filter(pk=slot or 0, closed_at=None, called_off_at=None).first()
    return close_by(made) if made else None


def close_by(made: PlannedClosure) -> Deadline:
    """When the cells are to be closed."""
    because = (f"Planned for {spoken(made.during.lower)}: {made.why}.",)
    return Deadline(due=made.during.lower, because=because, basis="Force policy, closing cells")


DESIGNATED = Kind(
    name="custody.designated_station",
    wording="Bring {who} to a suite: they are at a station without cells",
    title="Bring somebody from a station without cells to a suite",
    to="The arrested person",
    source="PACE s.30(6)",
    acts="custody.arrest",
    kept_when="The person arrives at a suite",
    ask=designated_due,
    warn_minutes=(180, 60),
    page="journeys:choose_suite",
    group="Custody",
)
STATION_LIMIT = Kind(
    name="custody.station_limit",
    wording="The 24 hours of {who} run since the first station",
    title="24 hours that began at a station without cells",
    to="The arrested person",
    source="PACE s.41(2)(d)",
    acts="custody.arrest",
    kept_when="The person arrives at a suite, where the clock goes on",
    ask=station_limit_due,
    warn_minutes=(360, 120),
    page="journeys:choose_suite",
    group="Custody",
)
CLOSE_CELLS = Kind(
    name="custody.planned_closure",
    wording="Close cells {cells} at {suite}, as planned",
    title="Close cells as planned",
    to="The suite",
    source="Force policy, closing cells",
    acts="custody.transfer",
    kept_when="The cells are closed or the plan is called off",
    ask=close_due,
    warn_minutes=(120, 30),
    page="custody:planned_closures",
    group="Custody",
)
