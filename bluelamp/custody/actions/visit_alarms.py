"""What the alarm loop writes of visits: late at once, and an inspector told ten minutes on."""

from datetime import datetime

from bluelamp.access.acting import RAISE_ALARMS, Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.care import INSPECTOR_TOLD, VISIT_LATE
from bluelamp.custody.keeping import WhileFrozen, lock, say
from bluelamp.custody.rules import visits
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import promise
from bluelamp.places.law_in_force import law_of

TELL = "custody.visit_inspector"


@action
def say_visit_late(*, by: Acting, at: datetime, record: str, slot: str) -> str:
    """A visit was not made by its time: it stands in the record, and when an inspector is told is owed from now."""
    require(by, RAISE_ALARMS)
    found = lock(int(record.partition(":")[2]), while_frozen=WhileFrozen.CARE)
    due = found.visit_due_at or at
    say(VISIT_LATE, found, {"due_words": spoken(due), "due": due.isoformat()})
    promise(
        TELL,
        record=found.ref,
        slot=slot,
        due=visits.inspector_told(due=due, law=law_of("custody")),
        began_at=due,
        words={"who": found.person.name},
        unit=found.suite.name,
        about=(found.person.ref,),
    )
    return found.ref


@action
def tell_inspector(*, by: Acting, at: datetime, record: str, slot: str) -> str:
    """The visit is late by ten minutes: it is now an inspector's, on their list and in the record."""
    require(by, RAISE_ALARMS)
    found = lock(int(record.partition(":")[2]), while_frozen=WhileFrozen.CARE)
    due = found.visit_due_at or at
    minutes = int((at - due).total_seconds()) // 60
    say(INSPECTOR_TOLD, found, {"due_words": spoken(due), "due": due.isoformat(), "minutes": minutes})
    return found.ref
