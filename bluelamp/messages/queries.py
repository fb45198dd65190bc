"""Reading messages: the list, by state and page by page, and whether one may leave now by what the person says now."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, F, Func, TextField, Value

from bluelamp.messages.models import ON_ITS_WAY, Message
from bluelamp.messages.rules.bodies import is_body
from bluelamp.messages.rules.leaving import may_leave
from bluelamp.messages.rules.safe_channel import Channel, SafeContactFacts
from bluelamp.messages.snapshots import from_json
from bluelamp.people.queries import names_of, safe_contact
from bluelamp.verdict import Verdict, allowed

SHOWN = 50
SHOWN_ONLY = "shown-"
"""How the references begin which the stand-in of a demonstration gives."""
_PERSONAL = ("address", "personalisation", "safe")


@dataclass(frozen=True, kw_only=True)
class Theirs:
    """Where a person is reached: the number they said is safe, else the one they gave; their email address; where
    they said that a letter is safe."""

    number: str = ""
    email: str = ""
    post: str = ""

    def by(self, channel: Channel) -> str:
        return {Channel.TEXT: self.number, Channel.EMAIL: self.email, Channel.LETTER: self.post}[channel]


NOWHERE = Theirs()


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


def safe_contact_of(ref: str) -> tuple[SafeContactFacts | None, Theirs]:
    """What the person says is safe now, and where they are reached; nothing for what is no person. One statement."""
    number = person_number(ref)
    found = safe_contact(number) if number is not None else None
    if found is None:
        return None, NOWHERE
    person = found.person
    return found.facts(), Theirs(number=found.number or person.phone, email=person.email, post=found.post_to)


def may_leave_now(message: Message, *, at: datetime) -> Verdict:
    """Whether this message may leave at `at`, by what the person says now; one statement. A body is always there."""
    if is_body(message.to):
        return allowed()
    now, theirs = safe_contact_of(message.to)
    channel = Channel(message.channel)
    return may_leave(
        written=from_json(message.safe),
        now=now,
        channel=channel,
        address=message.address,
        theirs=theirs.by(channel),
        at=at,
    )


def already_told(*, to: str, channel: Channel, news: str) -> Message | None:
    """The message by which this person is being told or was told this news by this channel."""
    found = Message.objects.filter(to=to, channel=channel, news=news, state__in=ON_ITS_WAY) if news else None
    return found.first() if found is not None else None


def is_in_doubt(message: Message) -> bool:
    """Whether the way by which it went is in doubt now: nothing leaves by it until it is checked."""
    safe, _ = safe_contact_of(message.to)
    return safe is not None and Channel(message.channel).way in safe.doubtful


def told_since(message: Message) -> bool:
    """Whether another message took the same news to the same person by the same channel."""
    other = already_told(to=message.to, channel=Channel(message.channel), news=message.news)
    return other is not None and other.pk != message.pk


def by_reference(reference: str) -> Message | None:
    """The message of our own reference, as a provider gives it back; None for what is none of ours."""
    try:
        return Message.objects.filter(reference=UUID(reference)).first()
    except ValueError:
        return None


def last_text_to(number: str) -> Message | None:
    """The last text that left for this number, however it is written."""
    ending = "".join(one for one in number if one.isdigit())[-10:]
    if len(ending) < 10:
        return None
    texts = Message.objects.filter(channel=Channel.TEXT).exclude(sent_at=None)
    bare = Func(F("address"), Value(r"\D"), Value(""), Value("g"), function="regexp_replace", output_field=TextField())
    digits = texts.annotate(digits=bare)
    return digits.filter(digits__endswith=ending).order_by("-sent_at", "-pk").first()


def shown_only() -> list[Message]:
    """What the stand-in of a demonstration took, newest first."""
    return list(Message.objects.filter(provider_reference__startswith=SHOWN_ONLY).order_by("-sent_at", "-pk")[:SHOWN])
