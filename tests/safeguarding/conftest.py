"""The home of the tests of this folder, and a browser for the people around it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from tests.safeguarding.at_home import NOW, AtHome


@pytest.fixture
def home(db: None) -> AtHome:
    return AtHome()


@pytest.fixture
def at_page(home: AtHome, client: Client) -> Callable[..., HttpResponse]:
    """`at_page("response_officer", path)` reads a page; with answers, or `send`, it sends them."""

    def go(role: str, path: str, *, at: Any = NOW, name: str = "", send: bool = False, **given: Any) -> HttpResponse:
        home.evening.signed_in(role, client, at=at, name=name)
        with clock.set_to(at):
            return client.post(path, given) if given or send else client.get(path)

    return go
