"""Messages that leave by themselves: that there is news on the victim's own page, that a report is written down.

Each is an attempt. What is owed stays owed until the victim is reached, or opens the news there (V4).
"""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.messages.actions.sending import send
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.messages.rules.templates import ENGLISH, PLAIN, TEMPLATES
from bluelamp.people.queries import safe_contact
from bluelamp.people.rules.safe_contact import Safe
from bluelamp.verdict import Refused, refused
from bluelamp.victims import events
from bluelamp.victims.keeping import attempted, locked, say
from bluelamp.victims.models import Telling, Victim
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.own_news import is_news
from bluelamp.victims.own_reading import letter_form
from bluelamp.victims.reaching import addresses_of, language_of, names_never
from bluelamp.victims.rules.pointing import IN_WRITING, TO_NEWS, way_to
from bluelamp.victims.rules.telling import OF_THE_CASE, Step


@action
def point_to_news(*, by: Acting, at: datetime, victim: int, key: str | None = None) -> str:
    """Tell the victim, by a way that is safe now, that there is news on their own page: one message for all of it.

    Refused where nothing is new since the last one, and where neither text nor email is safe now.
    """
    require(by, "messages.send")
    found = locked(victim)
    new = [one for one in _open(found).filter(step__in=OF_THE_CASE) if is_news(one)]
    channel, address = _way(found, TO_NEWS, at, new)
    link = settings.PAGE_ADDRESS.rstrip("/") + reverse("victims:own_passkey")
    _leave(found, new, channel, address, "news-waits", {"link": link}, by, at)
    say(events.POINTED, found, {"way": channel.way.words, "news": len(new)})
    return found.ref


@action
def acknowledge(*, by: Acting, at: datetime, victim: int, key: str | None = None) -> str:
    """The written acknowledgement of a recorded crime, by a way that is safe now: a reference, and how to reach us.

    Refused where it left already, and where no way in writing is safe now.
    """
    require(by, "messages.send")
    found = locked(victim)
    new = list(_open(found).filter(step=Step.CRIME_ACKNOWLEDGED))
    channel, address = _way(found, IN_WRITING, at, new)
    template = "written-down-ring" if settings.RING_NUMBER else "written-down"
    known = {"reference": found.reference, "number": settings.RING_NUMBER}
    given = {name: known[name] for name in TEMPLATES[template].gaps}
    _leave(found, new, channel, address, template, given, by, at)
    say(events.ACKNOWLEDGED, found, {"way": channel.way.words})
    return found.ref


def _open(victim: Victim) -> QuerySet[Telling]:
    waiting = Telling.objects.filter(victim=victim, told_at=None, opted_out_at=None, pointed_at=None)
    return waiting.select_related("asked").order_by("happened_at", "pk")


def _way(victim: Victim, among: tuple[Channel, ...], at: datetime, new: Sequence[Telling]) -> tuple[Channel, str]:
    if not new:
        raise Refused(refused("There is nothing new to point them to.", "Nobody is told twice"))
    kept = safe_contact(victim.person_id)
    safe: Safe | None = kept.facts() if kept else None
    addresses = addresses_of(victim, kept)
    channel = way_to(safe=safe, addresses=addresses, among=among, at=at)
    if channel is None:
        raise Refused(refused("No such way is safe now.", "Safe contact V7"))
    return channel, addresses[channel]


def _leave(
    victim: Victim,
    new: Sequence[Telling],
    channel: Channel,
    address: str,
    template: str,
    given: dict[str, str],
    by: Acting,
    at: datetime,
) -> None:
    last, letter = new[-1], channel is Channel.LETTER
    send(
        to=victim.person.ref, channel=channel, address=address, template=template, personalisation=given,
        about=victim.ref, owed=(BY_STEP[Step(last.step)].name, str(last.pk)), never=names_never(victim),
        language=language_of(victim) if letter else ENGLISH, form=letter_form(victim) if letter else PLAIN,
        by=by, at=at,
    )  # fmt: skip
    attempted(victim, new, channel.way, at, by)
    Telling.objects.filter(pk__in=[one.pk for one in new]).update(pointed_at=at)
