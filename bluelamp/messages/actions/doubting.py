"""A wrong number, somebody else's mailbox: doubted by an officer, and checked by one."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.messages import events
from bluelamp.messages.doubt import doubt
from bluelamp.messages.models import Message
from bluelamp.messages.owed import CHECK
from bluelamp.messages.queries import is_in_doubt, person_number
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.owed.actions.stating import keep
from bluelamp.people.actions.doubts import settle_doubt
from bluelamp.verdict import insist, refused


@action
def put_way_in_doubt(*, message: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """An officer heard that this way does not reach the person: nothing leaves by it from now on."""
    found = Message.objects.select_for_update().get(pk=message)
    require(by, "messages.send")
    if not why.strip():
        insist(refused("Say how it is known, such as: rang, somebody else answered.", field="why"))
    if is_in_doubt(found):
        insist(refused("This way is in doubt already.", "Order of events"))
    doubt(found, why.strip(), by=by, at=at)
    return found.ref


@action
def check_way(
    *, message: int, safe: bool, source: str, by: Acting, at: datetime, key: str | None = None
) -> str:  # fmt: skip
    """An officer found out: the way is safe again, or is struck out. What was owed for it is kept."""
    found = Message.objects.select_for_update().get(pk=message)
    require(by, "messages.send")
    number = person_number(found.to)
    if number is None or not is_in_doubt(found):
        insist(refused("This way is not in doubt.", "Order of events"))
    assert number is not None
    way = Channel(found.channel).way
    settle_doubt(person=number, way=way.value, safe=safe, source=source, by=by, at=at)
    facts = {"way": way.words, "outcome": "safe again" if safe else "no longer safe"}
    write(events.CHECKED, found.ref, about=found.records, facts=facts)
    for one in Message.objects.filter(to=found.to, channel=found.channel).exclude(doubted_at=None):
        keep(CHECK, record=one.ref, at=at)
    return found.ref
