"""What actions of care share: the next visit and the next rest worked out again, stored to be found, and owed."""

from datetime import datetime

from bluelamp.custody import care
from bluelamp.custody.models import Detention
from bluelamp.custody.owed.care import RELIEF, REST, VISIT, VISIT_INSPECTOR
from bluelamp.custody.rules import rest, visits
from bluelamp.owed.actions.stating import EVERY_SLOT, keep, promise, withdraw
from bluelamp.places.law_in_force import law_of


def restate_visits(detention: Detention) -> None:
    """Work the next visit out again after a new plan or a return from hospital, and state it."""
    owed = care.visit_owed(detention)
    detention.visit_due_at = owed.deadline.due if owed else None
    detention.save(update_fields=["visit_due_at"])
    if owed is None:
        withdraw_visits(detention, "Visits are not owed now")
    else:
        owe_visit(detention, owed)


def owe_visit(detention: Detention, owed: care.VisitOwed) -> None:
    """State the next visit as owed."""
    promise(
        VISIT,
        record=detention.ref,
        slot=owed.slot,
        due=owed.deadline,
        began_at=owed.since,
        facts={"level": detention.level, "place": detention.suite.name},
        words={"who": detention.person.name},
        unit=detention.suite.name,
        about=(detention.person.ref,),
    )


def settle_visit(detention: Detention, due: datetime | None, visited_at: datetime) -> None:
    """The visit that was owed is made. An inspector who had to be told was owed it; before that, nobody owed it."""
    keep(VISIT, record=detention.ref, slot=EVERY_SLOT, at=visited_at)
    told = visits.inspector_told(due=due, law=law_of("custody")).due if due else None
    if told and visited_at > told:
        keep(VISIT_INSPECTOR, record=detention.ref, slot=EVERY_SLOT, at=visited_at)
    else:
        withdraw(VISIT_INSPECTOR, record=detention.ref, slot=EVERY_SLOT, why="The visit is made", never_owed=True)


def withdraw_visits(detention: Detention, why: str) -> None:
    """Visits are no longer owed: at hospital, or out. One overdue already stays missed."""
    withdraw(VISIT, record=detention.ref, slot=EVERY_SLOT, why=why)
    withdraw(VISIT_INSPECTOR, record=detention.ref, slot=EVERY_SLOT, why=why, never_owed=True)


def withdraw_care(detention: Detention, why: str) -> None:
    """Nothing of care is owed any more here: the person has left."""
    withdraw_visits(detention, why)
    withdraw(RELIEF, record=detention.ref, slot=EVERY_SLOT, why=why)
    withdraw(REST, record=detention.ref, slot=EVERY_SLOT, why=why)


def restate_rest(detention: Detention, at: datetime) -> None:
    """State by when the next rest begins; nothing while one lasts."""
    found = care.resting(detention)
    if care.is_resting(found):
        return
    due = rest.begin_by(resting=found, law=law_of("custody"), at=at)
    promise(
        REST,
        record=detention.ref,
        slot=f"{care.rest_number(found)} {due.due.isoformat()}",
        due=due,
        words={"who": detention.person.name},
        unit=detention.suite.name,
        about=(detention.person.ref,),
    )
