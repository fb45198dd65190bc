"""A safe way that came back, or where somebody else answered: in doubt until a person has checked it."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.people import events
from bluelamp.people.models import SafeContact
from bluelamp.people.permissions import EDIT
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import insist, refused

DOUBTS = "system.doubt_safe_contact"
"""What a process may do that hears of a message that came back; to say that a way is safe again takes a person."""


@action
def put_in_doubt(*, person: int, way: str, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Nothing leaves by this way any more until it is checked (V7). Safe to repeat; what was said stays as it was."""
    require(by, EDIT.name, DOUBTS)
    found = _in_force(person)
    if found is not None:
        found.doubtful = sorted({*found.doubtful, Way(way).value})
        found.save(update_fields=["doubtful"])
    write(events.SAFE_CONTACT_IN_DOUBT, record=f"person:{person}", facts={"way": Way(way).words}, words={"why": why})
    return f"person:{person}"


@action
def settle_doubt(
    *, person: int, way: str, safe: bool, source: str, by: Acting, at: datetime, key: str | None = None
) -> str:
    """A person checked it: the way is safe again, or is no longer one of theirs. Refused without who said so."""
    require(by, EDIT.name)
    found = _in_force(person)
    if found is None or Way(way).value not in found.doubtful:
        insist(refused("This way is not in doubt.", field="way"))
    if not source.strip():
        insist(refused("Say who said so, and how you reached them.", field="source"))
    assert found is not None
    found.doubtful = [one for one in found.doubtful if one != Way(way).value]
    if not safe:
        found.ways = [one for one in found.ways if one != Way(way).value]
    found.asks = by.name
    found.save(update_fields=["doubtful", "ways", "asks"])
    outcome = "safe again" if safe else "no longer safe"
    facts = {"way": Way(way).words, "outcome": outcome}
    write(events.SAFE_CONTACT_CHECKED, record=f"person:{person}", facts=facts, words={"source": source.strip()})
    return f"person:{person}"


def _in_force(person: int) -> SafeContact | None:
    return SafeContact.objects.select_for_update(of=("self",)).filter(person=person, ended_at=None).first()
