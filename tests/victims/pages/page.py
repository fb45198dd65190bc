"""Opening and sending the pages of one victim."""

from typing import Any

from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from tests.custody.evening import HOUR, TEN
from tests.victims.care import Care

NOW = TEN + HOUR


def at_page(care: Care, client: Client, path: str, role: str = "victim_care_officer", **given: Any) -> HttpResponse:
    """The answer of a page to this role: asked for, or sent with what is given."""
    care.evening.signed_in(role, client, at=NOW)
    with clock.set_to(NOW):
        return client.post(path, given) if given else client.get(path)
