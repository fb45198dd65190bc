"""A page of one's own devices: added with the browser's keys, stopped with a button; not at a shared terminal."""

from collections.abc import Callable

from django.test import Client

from bluelamp.messages.models import PushDevice
from tests.messages.push_point import PushPoint

GIVEN = {**PushPoint().keys, "endpoint": "https://fcm.googleapis.com/fcm/send/abc", "name": "My phone"}


def test_added_and_stopped(sign_in: Callable[..., Client]) -> None:
    client = sign_in("victim_care_officer")
    assert "No device of yours" in client.get("/alerts/").content.decode()
    assert client.post("/alerts/", GIVEN).status_code == 303
    assert "My phone" in client.get("/alerts/").content.decode()
    row = PushDevice.objects.get()
    assert client.post("/alerts/", {"stop": "x"}).status_code == 422
    assert client.post("/alerts/", {"stop": row.pk}).status_code == 303
    assert "No device of yours" in client.get("/alerts/").content.decode()


def test_an_endpoint_within_is_refused_in_words(sign_in: Callable[..., Client]) -> None:
    client = sign_in("victim_care_officer")
    for endpoint in ("https://10.0.0.1/x", "http://169.254.169.254/", ""):
        answer = client.post("/alerts/", {**GIVEN, "endpoint": endpoint})
        assert answer.status_code == 422
        assert "not one that this force uses" in answer.content.decode()
    assert not PushDevice.objects.exists()


def test_the_worker_of_the_page_holds_no_data(client: Client, db: None) -> None:
    answer = client.get("/alerts/worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert "showNotification" in answer.content.decode()
