"""Stating again who a detained person waits for, and what that makes us owe."""

from bluelamp.custody.models import Called, Detention
from bluelamp.custody.needs import adult_to_call
from bluelamp.custody.owed.called import CALL_ADULT
from bluelamp.custody.rules import called
from bluelamp.owed.actions.stating import promise
from bluelamp.places.law_in_force import law_of


def restate_called(found: Detention) -> None:
    """Write who is waited for on the record's row, and owe the call of an adult where one is to be called."""
    owed = adult_to_call(found)
    waiting = {one.get_kind_display() for one in found.called.filter(arrived_at=None, ended_at=None)}
    waiting |= {Called.Kind.ADULT.label} if owed else set()
    found.waiting_for = [label for _, label in Called.Kind.choices if label in waiting]
    found.save(update_fields=["waiting_for"])
    if owed:
        number, since = owed
        promise(
            CALL_ADULT,
            record=found.ref,
            slot=str(number),
            due=called.call_by(needed_since=since, law=law_of("custody")),
            began_at=since,
            words={"who": found.person.name},
            unit=found.suite.name,
            about=(found.person.ref,),
        )
