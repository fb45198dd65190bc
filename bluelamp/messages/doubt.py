"""A way that may not reach the person any more: nothing leaves by it until it is checked. Only inside an action."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.ledger.actions.writing import write
from bluelamp.messages import events
from bluelamp.messages.models import Message
from bluelamp.messages.owing import owe_a_check
from bluelamp.messages.queries import person_number, safe_contact_of
from bluelamp.messages.rules.leaving import right_address
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.people.actions.doubts import put_in_doubt


def still_theirs(found: Message) -> bool:
    """Whether it went where the person is still said to be reached: an address they left behind is no doubt."""
    safe, theirs = safe_contact_of(found.to)
    channel = Channel(found.channel)
    same = right_address(channel, found.address, theirs.by(channel)).allowed
    return safe is not None and channel.way in safe.ways and same


def doubt(found: Message, why: str, *, by: Acting, at: datetime) -> None:
    """The way is in doubt from now on, and somebody owes to check it."""
    found.doubted_at = at
    found.save(update_fields=["doubted_at"])
    way = Channel(found.channel).way
    write(events.DOUBTED, found.ref, about=found.records, facts={"way": way.words}, words={"why": why})
    number = person_number(found.to)
    if number is not None and still_theirs(found):
        put_in_doubt(person=number, way=way.value, why=why, by=by, at=at)
        owe_a_check(found, at)
