"""The borough of the duty tests."""

from typing import Any

import pytest

from tests.duty.borough import LITTLEFORD, Littleford


@pytest.fixture
def littleford(db: None, settings: Any) -> Littleford:
    settings.BOROUGH = LITTLEFORD
    return Littleford()
