"""The evening of the tests of this folder, somebody at a page, and somebody on bail."""

import pytest
from django.test import Client

from bluelamp.custody.models import Bail
from tests.custody.evening import Evening
from tests.custody.let_go import bailed
from tests.journeys.street import Street


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


@pytest.fixture
def street(evening: Evening, client: Client) -> Street:
    return Street(evening, client)


@pytest.fixture
def bail(evening: Evening) -> Bail:
    return bailed(evening)
