"""The one promise of messages: who was not reached by one is reached another way."""

from bluelamp.deadlines.deadline import Deadline
from bluelamp.messages.models import Message, State
from bluelamp.messages.rules.afterwards import another_way_due
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def another_way(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop. None once it left or the person was reached."""
    found = Message.objects.filter(pk=int(record.partition(":")[2])).first()
    if found is None or found.unsent_at is None or found.reached_at or found.state == State.SENT:
        return None
    return another_way_due(law_of("messages"), unsent_at=found.unsent_at)


ANOTHER_WAY = Kind(
    name="messages.another_way",
    wording="Reach {who} another way: the message did not leave",
    title="Reach somebody another way, whose message did not leave",
    to="The person written to",
    source="Safe contact V7, force policy",
    acts="messages.send",
    kept_when="The message left after all, or the person was reached by a way that was safe",
    ask=another_way,
    warn_minutes=(60,),
    page="messages:message",
    group="Victim care",
)
