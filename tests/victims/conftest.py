"""The evening of the tests of this folder."""

import pytest

from tests.custody.evening import Evening
from tests.victims.care import Care


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


@pytest.fixture
def care(evening: Evening) -> Care:
    return Care(evening)
