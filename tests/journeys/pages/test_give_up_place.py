"""A place given up early is free for somebody else, and another suite may be asked."""

from django.test import Client

from bluelamp.custody.actions.slots import ask_slot
from bluelamp.custody.models import Slot
from tests.custody.evening import HOUR, TEN, Evening, done
from tests.journeys.street import NOW, Street


def test_given_up_once(evening: Evening, client: Client) -> None:
    street, pk = Street(evening, client), evening.arrest()
    by = evening.acting("response_officer")
    done(ask_slot, TEN, by=by, arrest=pk, suite=evening.hatfield.pk, eta=TEN + HOUR)
    path = f"/arrest/{pk}/give-up-place/"
    assert path.encode() in street.open("response_officer", f"/arrest/{pk}/suite/").content
    sent = street.send("response_officer", path)
    assert (sent.status_code, sent["Location"]) == (303, f"/arrest/{pk}/suite/")
    assert Slot.objects.get().ended_at == NOW
    again = street.send("response_officer", path)
    assert again.status_code == 422
    assert b"No place is held" in again.content
