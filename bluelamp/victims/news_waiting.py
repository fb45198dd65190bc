"""Again and again: whom a message can point to their news now, or say that their report is written down, it does.

Safe hours open and close, and ways are found or lost, so it is asked anew at every turn; what left once leaves no more.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from bluelamp.access.acting import system
from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.people.models import SafeContact
from bluelamp.verdict import Refused
from bluelamp.victims.actions.pointing import acknowledge, point_to_news
from bluelamp.victims.models import Invitation, OwnPasskey, Telling, Victim
from bluelamp.victims.rules.pointing import IN_WRITING, TO_NEWS
from bluelamp.victims.rules.telling import OF_THE_CASE, Step

NEWS = system("news", "messages.send")


def point_all(at: datetime) -> int:
    """Ask for every message that may leave now; how many."""
    return _each(_to_acknowledge(), acknowledge, at) + _each(_with_news(), point_to_news, at)


def _with_news() -> QuerySet[Victim]:
    """Those who have a way into a page of their own: a passkey, or a link that was not taken back."""
    passkey = OwnPasskey.objects.filter(victim=OuterRef("pk"), forgotten_at=None)
    invited = Invitation.objects.filter(victim=OuterRef("pk"), taken_back_at=None)
    found = _waiting(Q(step__in=OF_THE_CASE), TO_NEWS)
    return found.filter(Exists(passkey) | Exists(invited))


def _to_acknowledge() -> QuerySet[Victim]:
    return _waiting(Q(step=Step.CRIME_ACKNOWLEDGED), IN_WRITING)


def _waiting(steps: Q, ways: tuple[Channel, ...]) -> QuerySet[Victim]:
    """Victims with something that no message pointed to yet, and one of these ways said to be safe."""
    new = Telling.objects.filter(steps, victim=OuterRef("pk"), told_at=None, opted_out_at=None, pointed_at=None)
    safe = SafeContact.objects.filter(
        person=OuterRef("person"), ended_at=None, ways__overlap=[one.way.value for one in ways]
    )
    return Victim.objects.filter(Exists(new), Exists(safe)).order_by("pk")


def _each(victims: QuerySet[Victim], ask: Callable[..., str], at: datetime) -> int:
    asked = 0
    for number in victims.values_list("pk", flat=True):
        with suppress(Refused):
            ask(victim=number, by=NEWS, at=at)
            asked += 1
    return asked
