"""Somebody of the suite at a page: gets it, sends it, with a fresh sign-in or an old one."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


class Desk:
    """Somebody at a page: gets it, sends it, reads what came back."""

    def __init__(self, evening: Evening, client: Client) -> None:
        self.evening, self.client = evening, client

    def open(self, role: str, path: str, *, at: datetime = NOW, fresh: bool = True) -> HttpResponse:
        return self._ask("get", role, path, at, fresh, {})

    def send(self, role: str, path: str, *, at: datetime = NOW, fresh: bool = True, **given: Any) -> HttpResponse:
        return self._ask("post", role, path, at, fresh, given)

    def _ask(self, way: str, role: str, path: str, at: datetime, fresh: bool, given: dict[str, Any]) -> HttpResponse:
        self.evening.signed_in(role, self.client, at=at if fresh else at - 10 * HOUR)
        with clock.set_to(at):
            return getattr(self.client, way)(path, given)
