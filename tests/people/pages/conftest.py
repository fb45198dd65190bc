"""The evening of the tests of these pages."""

import pytest

from tests.custody.evening import Evening


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()
