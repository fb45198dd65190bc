"""What a test may ask of the stage while the browser looks on: each is one real action, or one look at the figures."""

from typing import Any

from bluelamp import clock
from bluelamp.calls.actions.contacts import ring
from bluelamp.calls.models import Incident
from bluelamp.ledger.models import Entry
from bluelamp.owed.models import Promise
from bluelamp.places.models import ContactPoint
from bluelamp.victims.models import Telling
from tests.journeys.world import Evening


def ring_the_yellow_phone() -> str:
    """Somebody lifts the yellow phone outside the Civic Offices."""
    by = Evening(now=clock.now(), made={}).who("winter")
    return ring(by=by, at=clock.now(), channel="HELP_POINT", point=ContactPoint.objects.earliest("pk").pk, silent=False)


def promises_of(record: str) -> list[dict[str, Any]]:
    """Kind, slot and state of every promise of a record."""
    return list(Promise.objects.filter(record=record).order_by("pk").values("kind", "slot", "state"))


def count_entries(event: str, record: str = "") -> int:
    """How many ledger entries of an event there are."""
    found = Entry.objects.filter(event=event)
    return found.filter(record=record).count() if record else found.count()


def telling(incident: int, step: str) -> int:
    """The number of the telling owed to an incident's victim about a step."""
    return Telling.objects.get(victim__incident=incident, step=step).pk


def last_incident() -> int:
    """The number of the incident logged last."""
    return Incident.objects.latest("pk").pk


ORDERS = {each.__name__: each for each in (ring_the_yellow_phone, promises_of, count_entries, telling, last_incident)}
