"""What is done with a message after it was written: sent again, taken back, or the person reached another way."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.messages import events
from bluelamp.messages.models import Message, State
from bluelamp.messages.owed import ANOTHER_WAY
from bluelamp.messages.queries import may_leave_now, safe_contact_of, told_since
from bluelamp.messages.rules.afterwards import may_count_as_reached, may_send_again, may_take_back
from bluelamp.messages.rules.safe_channel import whom_to_ask
from bluelamp.owed.actions.stating import keep
from bluelamp.people.rules.safe_contact import Way, may_reach
from bluelamp.verdict import insist


@action
def send_again(*, message: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Put a message that did not leave back into the queue, under the same reference: it can never leave twice.

    Raises Refused where it was sent or still waits, where the way is not safe now, or where the person's wish changed.
    """
    found = Message.objects.select_for_update().get(pk=message)
    require(by, "messages.send")
    insist(may_send_again(found.standing(told_since=told_since(found)), leaves=may_leave_now(found, at=at)))
    found.state, found.try_at, found.attempts, found.trouble = State.QUEUED, at, 0, ""
    found.again += 1
    found.save(update_fields=["state", "try_at", "attempts", "trouble", "again"])
    write(events.AGAIN, found.ref, about=found.records, facts={"channel": found.channel})
    return found.ref


@action
def do_not_send(*, message: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Take back a message that still waits. What is owed to the person stays owed. Refused without a reason."""
    found = Message.objects.select_for_update().get(pk=message)
    require(by, "messages.send")
    insist(may_take_back(found.standing(), why=why))
    found.state = State.WITHDRAWN
    found.save(update_fields=["state"])
    write(events.WITHDRAWN, found.ref, about=found.records, facts={"channel": found.channel}, words={"why": why})
    return found.ref


@action
def reached_another_way(
    *, message: int, way: str, words: str = "", by: Acting, at: datetime, key: str | None = None
) -> str:
    """The person was reached and told by another way than the message that did not leave; the promise is kept.

    Raises Refused where nobody is owed that, and where the way is not safe now.
    """
    found = Message.objects.select_for_update().get(pk=message)
    require(by, "messages.send")
    safe, _ = safe_contact_of(found.to)
    owed = found.unsent_at is not None and not found.owed_kind
    insist(
        may_count_as_reached(
            found.standing(), owed=owed, safe=whom_to_ask(may_reach(safe=safe, way=Way(way), at=at), safe)
        )
    )
    found.reached_at = at
    if found.standing().waits:
        found.state = State.WITHDRAWN
    found.save(update_fields=["reached_at", "state"])
    keep(ANOTHER_WAY, record=found.ref, at=at)
    facts = {"channel": found.channel, "way": Way(way).words}
    write(events.REACHED, found.ref, about=found.records, facts=facts, words={"words": words})
    return found.ref
