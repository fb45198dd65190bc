"""What may be done with a message that was written: sent again, taken back, or the person reached another way."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "A message leaves once (force policy)"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a message stands. `in_hand`: handed to the provider this minute; `reached`: told another way meanwhile;
    `told_since`: another message took the same news to the same person by the same channel."""

    waits: bool = False
    in_hand: bool = False
    left: bool = False
    taken_back: bool = False
    reached: bool = False
    told_since: bool = False


def may_send_again(standing: Standing, *, leaves: Verdict) -> Verdict:
    """Allowed for one that did not leave, and only where it may leave now (`leaves`, the answer of `may_leave`)."""
    if standing.left:
        return refused("It was sent. A second one would tell nothing new.", _SOURCE)
    if standing.told_since:
        return refused("The same news is on its way or was sent by another message meanwhile.", _SOURCE)
    if standing.waits or standing.in_hand:
        return refused("It still waits to leave, and leaves by itself.", _SOURCE)
    if standing.taken_back:
        return refused("It was taken back. Write a new one.", _SOURCE)
    if standing.reached:
        return refused("The person was reached another way meanwhile.", _SOURCE)
    return leaves


def may_take_back(standing: Standing, *, why: str | None = None) -> Verdict:
    """Allowed only for one that waits, with a reason; `why` None asks whether it could be, before one is given."""
    if standing.in_hand:
        return refused("It is being handed over this minute. Look again in two minutes.", _SOURCE)
    if not standing.waits:
        words = "It was sent, and cannot be called back." if standing.left else "It does not wait to leave."
        return refused(words, _SOURCE)
    if why is not None and not why.strip():
        return refused("Say why it is not to be sent.", _SOURCE, field="why")
    return allowed()


def may_count_as_reached(standing: Standing, *, owed: bool, safe: Verdict | None = None) -> Verdict:
    """Whether it may be written down that the person was reached another way: only where that is `owed`, by a safe way.

    `safe` is the answer of `may_reach` for the way taken; None asks before one is chosen.
    """
    if standing.in_hand:
        return refused("It is being handed over this minute. Look again in two minutes.", _SOURCE)
    if standing.left or standing.reached or not owed:
        return refused("Nobody has to be reached because of this message.", _SOURCE)
    return every(safe) if safe else allowed()


def another_way_due(law: Law, *, unsent_at: datetime) -> Deadline:
    """By when a person whose message did not leave is reached another way; elapsed hours by force policy."""
    value = law.value("messages.another_way", on=local_day(unsent_at))
    return span_after(unsent_at, value.span, basis=value.source, event="The message did not leave")


def check_due(law: Law, *, doubted_at: datetime) -> Deadline:
    """By when a way that came back, or where somebody else answered, is checked; elapsed hours by force policy."""
    value = law.value("messages.checked_within", on=local_day(doubted_at))
    return span_after(doubted_at, value.span, basis=value.source, event="The way is in doubt")


def reply_due(law: Law, *, replied_at: datetime) -> Deadline:
    """By when an answer to a message is read; elapsed hours by force policy."""
    value = law.value("messages.reply_read_within", on=local_day(replied_at))
    return span_after(replied_at, value.span, basis=value.source, event="Somebody answered")
