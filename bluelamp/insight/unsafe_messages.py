"""Messages that left by a way that was not safe: by what people had said then, not by the rule that sends."""

from datetime import datetime

from django.db.models import Q

from bluelamp.insight.rules.shares import Share, counted
from bluelamp.messages.models import Message
from bluelamp.people.models import SafeContact


def unsafe_messages(since: datetime, until: datetime) -> Share:
    """Of the messages that left in [since, until), those by a way that the person had not called safe by then."""
    left = Message.objects.filter(sent_at__gte=since, sent_at__lt=until)
    return counted([not _was_safe(one) for one in left.only("to", "channel", "sent_at")])


def _was_safe(message: Message) -> bool:
    noun, _, number = message.to.partition(":")
    in_force = Q(ended_at=None) | Q(ended_at__gt=message.sent_at)
    said = SafeContact.objects.filter(in_force, set_at__lte=message.sent_at, ways__contains=[message.channel])
    return noun != "person" or said.filter(person_id=int(number)).exists()
