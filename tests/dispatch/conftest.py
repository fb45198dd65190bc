"""Littleford for tests of dispatch's pages: stations and teams in the tables."""

import pytest

from bluelamp.places.actions.loading import load_borough
from tests.duty.borough import LITTLEFORD, NOW, SETTING_UP


@pytest.fixture
def borough(db: None) -> None:
    load_borough(by=SETTING_UP, at=NOW, folder=LITTLEFORD)
