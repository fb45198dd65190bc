"""The evening and the home of the tests of this folder, and a browser for the people around it."""

import pytest
from django.test import Client

from tests.custody.evening import Evening
from tests.safeguarding.at_home import AtHome, Pages


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


@pytest.fixture
def home(db: None) -> AtHome:
    return AtHome()


@pytest.fixture
def pages(home: AtHome, client: Client) -> Pages:
    return Pages(home, client)
