"""Shared terminals: the browser one sits at becomes one, and is retired."""

import pytest
from django.core.cache import cache

from bluelamp.access.models import Terminal

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_throttle():
    cache.clear()


def text(answer):
    return answer.content.decode()


def test_a_browser_becomes_a_shared_terminal_and_is_retired(signed_in):
    client = signed_in("quill", "administrator")
    assert client.post("/terminals/", {"name": "", "desk": ""}).status_code == 422
    client.post("/terminals/", {"name": "Control 2", "desk": "Dispatch west"})
    assert "This browser is Control 2, Dispatch west." in text(client.get("/terminals/"))
    taken = client.post("/terminals/", {"name": "Control 2", "desk": "x"})
    assert (taken.status_code, "terminal of that name" in text(taken)) == (422, True)
    client.post(f"/terminals/{Terminal.objects.get().pk}/retire/")
    assert "not a shared terminal" in text(client.get("/terminals/"))
