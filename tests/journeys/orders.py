"""What a test may ask of the stage while the browser looks on: each is one real action, or one look at the figures."""

from typing import Any

from bluelamp import clock
from bluelamp.calls.actions.contacts import ring
from bluelamp.calls.models import Incident
from bluelamp.custody.models import Visit
from bluelamp.ledger.models import Entry
from bluelamp.messages.models import Message
from bluelamp.owed.models import Promise
from bluelamp.people.actions.safety import set_safe_contact
from bluelamp.places.models import ContactPoint
from bluelamp.victims.models import Telling
from tests.journeys.messages_of_the_evening import NUMBER, worker_once
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


def visits_of(detention: int) -> list[dict[str, Any]]:
    """Every visit to somebody, in the order in which they were written."""
    found = Visit.objects.filter(detention=detention).order_by("pk")
    names = ("kind", "words", "made_offline", "all_right")
    times = ("happened_at", "written_at")
    return [
        {**{name: getattr(one, name) for name in names}, **{name: getattr(one, name).isoformat() for name in times}}
        for one in found
    ]


def she_says(person: int, ways: list[str]) -> str:
    """Somebody says anew how they may be reached."""
    by = Evening(now=clock.now(), made={}).who("sutter")
    return set_safe_contact(by=by, at=clock.now(), person=person, ways=ways, source="Her own words", number=NUMBER)


def work_the_messages() -> list[str]:
    """The worker handles what waits, with a provider that takes everything: what it took."""
    taken: list[str] = []
    while worker_once(taken) == "handled":
        pass
    return taken


def message(number: int) -> dict[str, Any]:
    """State and trouble of a message."""
    return Message.objects.values("state", "trouble").get(pk=number)


_ALL = (
    ring_the_yellow_phone,
    promises_of,
    count_entries,
    telling,
    last_incident,
    visits_of,
    she_says,
    work_the_messages,
    message,
)
ORDERS = {each.__name__: each for each in _ALL}
