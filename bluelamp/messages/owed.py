"""The promises of messages: reached another way, a way in doubt checked, an answer read."""

from bluelamp.deadlines.deadline import Deadline
from bluelamp.messages.models import Message, Reply, State
from bluelamp.messages.queries import safe_contact_of
from bluelamp.messages.rules.afterwards import another_way_due, check_due, reply_due
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of


def another_way(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop. None once it left or the person was reached."""
    found = Message.objects.filter(pk=int(record.partition(":")[2])).first()
    if found is None or found.unsent_at is None or found.reached_at or found.state == State.SENT:
        return None
    return another_way_due(law_of("messages"), unsent_at=found.unsent_at)


def check(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop. None once the way is no longer in doubt: checked, or the person said anew."""
    found = Message.objects.filter(pk=int(record.partition(":")[2])).first()
    safe, _ = safe_contact_of(found.to) if found else (None, None)
    if found is None or safe is None or Channel(found.channel).way not in safe.doubtful or found.doubted_at is None:
        return None
    return check_due(law_of("messages"), doubted_at=found.doubted_at)


def reading(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop. `slot` is the answer; None once it was read."""
    found = Reply.objects.filter(pk=slot or 0, read_at=None).first()
    return reply_due(law_of("messages"), replied_at=found.at) if found else None


ANOTHER_WAY = Kind(
    name="messages.another_way",
    wording="Reach {who} another way: the message did not get to them",
    title="Reach somebody another way, whose message did not get to them",
    to="The person written to",
    source="Safe contact V7, force policy",
    acts="messages.send",
    kept_when="The person was reached by a way that was safe; a message that left after all tells nobody",
    ask=another_way,
    warn_minutes=(60,),
    page="messages:message",
    group="Victim care",
)
CHECK = Kind(
    name="messages.check",
    wording="Check whether {who} is still reached {way}",
    title="Check a way in doubt: it came back, or somebody else answered",
    to="The person written to",
    source="Safe contact V7, force policy",
    acts="messages.send",
    kept_when="A person found out whether this way still reaches them; until then nothing leaves by it",
    ask=check,
    warn_minutes=(120,),
    page="messages:message",
    group="Victim care",
)
READ_REPLY = Kind(
    name="messages.read_reply",
    wording="Read what was answered on the message to {who}",
    title="Read an answer to a message",
    to="The person written to",
    source="Force policy: answers are read",
    acts="messages.send",
    kept_when="An officer has read it, and put the way in doubt where somebody else answered",
    ask=reading,
    warn_minutes=(60,),
    page="messages:message",
    group="Victim care",
)
