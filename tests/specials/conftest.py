"""The volunteers of the tests of this folder, and browsers for the people around them."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from tests.specials.volunteers import NOON, Volunteers, signed_in


@pytest.fixture
def there(db: None) -> Volunteers:
    """`there.accompanied()`: one special, and who is around them."""
    return Volunteers()


@pytest.fixture
def at_page(there: Volunteers, client: Client) -> Iterator[Callable[..., HttpResponse]]:
    """`at_page("coordinator", "/specials/")` reads a page at noon; with answers it sends them."""

    def go(who: str, path: str, send: bool = False, **given: Any) -> HttpResponse:
        if who != "public":
            signed_in(there, who, client)
        return client.post(path, given) if given or send else client.get(path)

    with clock.set_to(NOON):
        yield go
