"""What may be done with a message now, by this person; refusals with their reason."""

from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.offers import Offer
from bluelamp.access.permissions_check import may
from bluelamp.messages.models import Message
from bluelamp.messages.queries import is_in_doubt, told_since
from bluelamp.messages.rules.afterwards import may_count_as_reached, may_send_again, may_take_back
from bluelamp.verdict import Verdict, allowed, every


def offers(message: Message, by: Acting, *, leaves: Verdict) -> list[Offer]:
    """Send again, do not send, and, where no promise of the record itself asks for it, reached another way.

    `leaves` is whether it may leave now, the answer of `may_leave_now`.
    """
    again = may_send_again(message.standing(told_since=told_since(message)), leaves=leaves)
    found = [
        _offer("Send again", "send_again", "Under the same reference: it leaves once", message, by, again),
        _offer("Do not send", "do_not_send", "With a reason", message, by, may_take_back(message.standing())),
    ]
    reached = may_count_as_reached(message.standing(), owed=message.unsent_at is not None and not message.owed_kind)
    if reached.allowed:
        words = "Only a safe way, and only being reached counts"
        found.append(_offer("Reached another way", "another_way", words, message, by, reached))
    return [*_comes_first(message, by), *found, *_doubting(message, by)]


def _comes_first(message: Message, by: Acting) -> list[Offer]:
    """An answer to read, a way to check: before anything else is sent."""
    found = []
    if message.replies.filter(read_at=None).exists():
        found.append(_offer("Read the answer", "read", "And say whose it is", message, by, allowed()))
    if message.doubted_at and is_in_doubt(message):
        words = "Reach them another safe way, and ask"
        found.append(_offer("Write down what you found out", "check", words, message, by, allowed()))
    return found


def _doubting(message: Message, by: Acting) -> list[Offer]:
    if message.sent_at is None or is_in_doubt(message):
        return []
    words = "A wrong number, somebody else answered: nothing leaves by it until it is checked"
    return [_offer("It does not reach them", "doubt", words, message, by, allowed())]


def _offer(label: str, name: str, note: str, message: Message, by: Acting, rule: Verdict) -> Offer:
    verdict = every(may(by, "messages.send"), rule)
    url = reverse(f"messages:{name}", args=[message.pk]) if verdict.allowed else None
    return Offer(label=label, url=url, note=note, verdict=verdict)
