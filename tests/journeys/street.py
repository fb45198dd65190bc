"""Somebody at a page of the journeys: gets it, sends it, at a time and in a role."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from tests.custody.evening import MINUTE, TEN, Evening

NOW = TEN + MINUTE


class Street:
    """Somebody with a browser on the way."""

    def __init__(self, evening: Evening, client: Client) -> None:
        self.evening, self.client = evening, client

    def open(self, role: str, path: str, at: datetime = NOW) -> HttpResponse:
        self.evening.signed_in(role, self.client, at=at)
        with clock.set_to(at):
            return self.client.get(path)

    def send(self, role: str, path: str, at: datetime = NOW, **given: Any) -> HttpResponse:
        self.evening.signed_in(role, self.client, at=at)
        with clock.set_to(at):
            return self.client.post(path, given)
