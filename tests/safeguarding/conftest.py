"""The home of the tests of this folder, and a browser for the people around it."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.safeguarding.at_home import AtHome, Pages


@pytest.fixture
def home(db: None) -> AtHome:
    return AtHome()


@pytest.fixture
def pages(home: AtHome, client: Client) -> Pages:
    """`pages.reads(...)`, `pages.sends(...)`, `pages.refuses(...)`: each by a role and a path."""
    return Pages(home, client)


@pytest.fixture
def at_page(pages: Pages) -> Callable[..., HttpResponse]:
    """`at_page("response_officer", path)` reads a page; with answers, or `send`, it sends them."""
    return pages.go
