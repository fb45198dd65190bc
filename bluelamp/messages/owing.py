"""What is owed because of a message that did not reach anybody. Only inside an action."""

from datetime import datetime

from bluelamp.messages import owed
from bluelamp.messages.models import Message
from bluelamp.messages.queries import name_of
from bluelamp.messages.rules.afterwards import another_way_due, check_due, reply_due
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.owed.actions.stating import promise
from bluelamp.places.law_in_force import law_of


def owe_another_way(found: Message) -> None:
    """Somebody reaches the person another way, unless a promise of the record itself asks for that already."""
    if found.owed_kind or found.unsent_at is None:
        return
    due = another_way_due(law_of("messages"), unsent_at=found.unsent_at)
    words = {"who": name_of(found.to)}
    promise(owed.ANOTHER_WAY, record=found.ref, due=due, began_at=found.unsent_at, words=words, about=found.records)


def owe_a_check(found: Message, at: datetime) -> None:
    """Somebody finds out whether this way still reaches the person."""
    due = check_due(law_of("messages"), doubted_at=at)
    facts = {"way": Channel(found.channel).way.words}
    words = {"who": name_of(found.to)}
    promise(owed.CHECK, record=found.ref, due=due, began_at=at, facts=facts, words=words, about=found.records)


def owe_a_reading(found: Message, reply: int, at: datetime) -> None:
    """Somebody reads what was answered."""
    due = reply_due(law_of("messages"), replied_at=at)
    words = {"who": name_of(found.to)}
    promise(owed.READ_REPLY, record=found.ref, slot=str(reply), due=due, began_at=at, words=words, about=found.records)
