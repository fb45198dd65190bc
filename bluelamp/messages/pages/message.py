"""One message: how it stands and why, whom it is to, what is owed, what happened to it, what may be done now."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.access.pages.who_looked import named
from bluelamp.design.fuse import Row
from bluelamp.ledger.queries import timeline
from bluelamp.messages.message_words import may_read, shown
from bluelamp.messages.models import Message
from bluelamp.messages.offers import offers
from bluelamp.messages.queries import may_leave_now, names_to
from bluelamp.messages.reading import message_to_read
from bluelamp.messages.rules.leaving import postcode_doubt
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.owed.rows import rows
from bluelamp.places.geography import geography

NAME = "messages:message"


@page("messages.view")
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """Words and address only for those who may read them; the title never says whom it is to."""
    found, at, by = message_to_read(request, pk, page=NAME), clock.now(), acting(request)
    leaves = may_leave_now(found, at=at)
    context = {
        "found": found,
        "at": at,
        "shown": shown(found, names_to([found])),
        "reads": may_read(by, safe=leaves.allowed),
        "leaves": leaves,
        "doubt": _postcode_doubt(found),
        "owed": _owed(found, at),
        "lines": named(timeline(found.ref, limit=60)),
        "offers": offers(found, by, leaves=leaves),
    }
    return render(request, "messages/message.html", context)


def _postcode_doubt(found: Message) -> str:
    """What may be wrong with where a letter goes; nothing of any other message."""
    if found.channel != Channel.LETTER:
        return ""
    known = geography().by_postcode.keys()
    return postcode_doubt(found.address, known=known, districts={one[:-3] for one in known})


def _owed(found: Message, at: datetime) -> list[Row]:
    """What is owed because of it: its own promise, and that of the record which it was to tell of."""
    own = for_record(found.ref)
    told = [one for one in for_record(found.about) if (one.kind, one.slot) == (found.owed_kind, found.owed_slot)]
    open_first = sorted([*own, *told], key=lambda one: one.state != State.OPEN)
    return rows(open_first, sights={}, at=at, fold=False)
