"""The evening of the tests of this folder."""

import pytest

from tests.custody.evening import Evening


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()
