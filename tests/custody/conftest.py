"""The evening of the custody tests."""

import pytest

from tests.custody.evening import Evening


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()
