"""What comes back from a provider: what became of a message, and what somebody answered to it."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.messages import events
from bluelamp.messages.actions.sending import SENDS
from bluelamp.messages.doubt import doubt
from bluelamp.messages.models import Message, Reply, State
from bluelamp.messages.owed import READ_REPLY
from bluelamp.messages.owing import owe_a_reading, owe_another_way
from bluelamp.messages.queries import told_since
from bluelamp.messages.rules.results import Result, effect, may_be_somebody_else
from bluelamp.owed.actions.stating import keep
from bluelamp.verdict import insist, refused

CAME_BACK, ELSE = "A message came back", "The answer sounds as if somebody else has it"


@action
def take_result(*, message: int, result: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Write what the provider says became of a message that left. Delivered keeps no promise; one that came back puts
    the way in doubt, and one that did not arrive leaves somebody to reach. Refused where it says nothing new."""
    found = Message.objects.select_for_update().get(pk=message)
    require(by, SENDS)
    said = Result(result)
    follows = effect(before=found.result, result=said)
    if not follows.changes or found.sent_at is None:
        insist(refused("This is known already.", "Order of events"))
    found.result, found.result_at, found.ask_result_at = said.value, at, None
    facts = {"channel": found.channel, "result": said.words}
    if follows.unsent:
        found.state = State.BOUNCED if follows.doubt else State.FAILED
        found.trouble, found.unsent_at = said.words, found.unsent_at or at
    elif found.state in (State.BOUNCED, State.FAILED):
        found.news = "" if told_since(found) else found.news  # the other one stands for the news from now on
        found.state, found.trouble = State.SENT, ""
    found.save(update_fields=["result", "result_at", "ask_result_at", "state", "trouble", "unsent_at", "news"])
    event = events.CAME_BACK if follows.unsent else events.DELIVERED
    write(event, found.ref, about=found.records, facts=facts)
    if follows.unsent:
        owe_another_way(found)
    if follows.doubt:
        doubt(found, CAME_BACK, by=by, at=at)
    return found.ref


@action
def take_reply(
    *, message: int, words: str, provider_reference: str, by: Acting, at: datetime, key: str | None = None
) -> str:
    """Keep what somebody answered. An officer owes to read it; one that sounds like somebody else puts the way in doubt
    at once, before anybody has read it."""
    found = Message.objects.select_for_update().get(pk=message)
    require(by, SENDS)
    if Reply.objects.filter(provider_reference=provider_reference).exists():
        insist(refused("This is known already.", "Order of events"))
    made = Reply.objects.create(message=found, words=words, provider_reference=provider_reference, at=at)
    write(events.REPLIED, found.ref, about=found.records, facts={"channel": found.channel}, words={"words": words})
    owe_a_reading(found, made.pk, at)
    if may_be_somebody_else(words):
        doubt(found, ELSE, by=by, at=at)
    return found.ref


@action
def read_reply(
    *, reply: int, somebody_else: bool, by: Acting, at: datetime, key: str | None = None
) -> str:  # fmt: skip
    """An officer has read an answer; where somebody else wrote it, the way is in doubt."""
    answer = Reply.objects.select_for_update(of=("self",)).select_related("message").get(pk=reply)
    require(by, "messages.send")
    if answer.read_at:
        insist(refused("This answer was read already.", "Order of events"))
    answer.read_at = at
    answer.save(update_fields=["read_at"])
    found = Message.objects.select_for_update().get(pk=answer.message_id)
    write(events.REPLY_READ, found.ref, about=found.records)
    keep(READ_REPLY, record=found.ref, slot=str(reply), at=at)
    if somebody_else:
        doubt(found, "Somebody else answered", by=by, at=at)
    return found.ref
