"""Whether a message may leave at this moment: what was said to be safe when it was written must still be said."""

import re
from datetime import datetime

from bluelamp.messages.rules.safe_channel import SOURCE, Channel, SafeContactFacts
from bluelamp.people.rules.safe_contact import may_reach
from bluelamp.verdict import Verdict, allowed, every, refused

_NOT_DIGITS = re.compile(r"\D")


def may_leave(
    *,
    written: SafeContactFacts | None,
    now: SafeContactFacts | None,
    channel: Channel,
    address: str,
    number: str,
    at: datetime,
) -> Verdict:
    """Allowed only if the person's wish is the one the message was written by, and the way and hour are safe.

    `written` and `now` are what was said to be safe when it was written and what is in force, `address` where it goes,
    `number` the number the person gave (empty: none), `at` an instant. All reasons against are given together. V7.
    """
    same = allowed() if written == now else refused("How this person may be reached was changed since.", SOURCE)
    return every(same, right_number(channel, address, number), may_reach(safe=now, way=channel.way, at=at))


def right_number(channel: Channel, address: str, number: str) -> Verdict:
    """A text goes only to the number that was said to be safe, where one was given; spaces and +44 are the same."""
    if channel is not Channel.TEXT or not number or _digits(address) == _digits(number):
        return allowed()
    return refused("It goes to another number than the one said to be safe.", SOURCE, field="address")


def _digits(number: str) -> str:
    found = _NOT_DIGITS.sub("", number)
    return f"0{found[2:]}" if found.startswith("44") else found
