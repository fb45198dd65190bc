"""Messages that left by a way that was not safe: by what people had said then, not by the rule that sends."""

from datetime import UTC, datetime

from django.db.models import Q

from bluelamp.insight.rules.shares import Share, counted
from bluelamp.ledger.queries import facts_of
from bluelamp.messages.models import Message
from bluelamp.people.events import SAFE_CONTACT_CHECKED, SAFE_CONTACT_IN_DOUBT
from bluelamp.people.models import SafeContact
from bluelamp.people.rules.safe_contact import Way

Doubts = dict[tuple[str, str], list[tuple[datetime, bool]]]
"""By person and way in words, when it came into doubt (True) and when it was checked (False), in their order."""


def unsafe_messages(since: datetime, until: datetime) -> Share:
    """Of the messages that left in [since, until), those by a way that the person had not called safe by then, or that
    had come into doubt since they last said so."""
    left = list(Message.objects.filter(sent_at__gte=since, sent_at__lt=until).only("to", "channel", "sent_at"))
    doubts = _doubts(until) if left else {}
    return counted([not _was_safe(one, doubts) for one in left])


def _doubts(until: datetime) -> Doubts:
    found: Doubts = {}
    names = (SAFE_CONTACT_IN_DOUBT.name, SAFE_CONTACT_CHECKED.name)
    for line in facts_of(names, since=datetime(2000, 1, 1, tzinfo=UTC), until=until):
        came = line.event == SAFE_CONTACT_IN_DOUBT.name
        found.setdefault((line.record, line.facts["way"]), []).append((line.occurred_at, came))
    return found


def _was_safe(message: Message, doubts: Doubts) -> bool:
    noun, _, number = message.to.partition(":")
    if noun != "person" or message.sent_at is None:
        return True
    in_force = Q(ended_at=None) | Q(ended_at__gt=message.sent_at)
    said = SafeContact.objects.filter(in_force, set_at__lte=message.sent_at, person_id=int(number)).last()
    if said is None or message.channel not in said.ways:
        return False
    known = doubts.get((message.to, Way(message.channel).words), [])
    since = [came for at, came in known if said.set_at <= at < message.sent_at]
    return not (since and since[-1])
