"""Reading messages: the list, by state and page by page, and whether one may leave now by what the person says now."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from bluelamp.messages.models import Message
from bluelamp.messages.rules.leaving import may_leave
from bluelamp.messages.rules.safe_channel import Channel, SafeContactFacts
from bluelamp.messages.snapshots import from_json
from bluelamp.people.queries import names_of, safe_contact
from bluelamp.verdict import Verdict

SHOWN = 50
_PERSONAL = ("address", "personalisation", "safe")


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One page of messages, newest first, and the keys from which the pages beside it begin (None: there is none)."""

    messages: Sequence[Message]
    newer: int | None
    older: int | None


def counts() -> Mapping[str, int]:
    """How many messages stand in each state; one statement."""
    found = Message.objects.values_list("state").annotate(count=Count("pk")).order_by()
    return Counter(dict(found))


def listed(states: Collection[str], *, before: int | None = None, after: int | None = None) -> Listed:
    """Messages in these states (none: all), without what is personal in them; one statement.

    `before` gives those older than that key, `after` those newer than it.
    """
    found = Message.objects.defer(*_PERSONAL)
    if states:
        found = found.filter(state__in=list(states))
    if after is not None:
        rows = list(found.filter(pk__gt=after).order_by("pk")[: SHOWN + 1])
        more, rows = len(rows) > SHOWN, rows[:SHOWN][::-1]
        return Listed(messages=rows, newer=rows[0].pk if more else None, older=rows[-1].pk if rows else None)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.order_by("-pk")[: SHOWN + 1])
    more, rows = len(rows) > SHOWN, rows[:SHOWN]
    newer = rows[0].pk if rows and before is not None else None
    return Listed(messages=rows, newer=newer, older=rows[-1].pk if more else None)


def person_number(ref: str) -> int | None:
    """The number of the person a message is to; None for what is no person."""
    noun, _, number = ref.partition(":")
    return int(number) if noun == "person" and number.isdigit() else None


def names_to(messages: Collection[Message]) -> Mapping[str, str]:
    """The names of those the messages are to, by reference; one statement."""
    numbers = {number for one in messages if (number := person_number(one.to)) is not None}
    return {f"person:{number}": name for number, name in names_of(numbers).items()}


def name_of(ref: str) -> str:
    """The name of one person by reference."""
    number = person_number(ref)
    return names_of([number]).get(number, "") if number is not None else ""


def safe_contact_of(ref: str) -> tuple[SafeContactFacts | None, str]:
    """What the person says is safe now, and the number they gave; nothing for what is no person."""
    number = person_number(ref)
    found = safe_contact(number) if number is not None else None
    return (found.facts(), found.number) if found else (None, "")


def may_leave_now(message: Message, *, at: datetime) -> Verdict:
    """Whether this message may leave at `at`, by what the person says now; one statement."""
    now, number = safe_contact_of(message.to)
    return may_leave(
        written=from_json(message.safe),
        now=now,
        channel=Channel(message.channel),
        address=message.address,
        number=number,
        at=at,
    )
