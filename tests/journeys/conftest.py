"""The browser journeys: one real installation for all of them, and people who sign in to it."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.installation import Installation, running
from tests.journeys.visitor import Visitors


@pytest.fixture(scope="session")
def borough(tmp_path_factory: pytest.TempPathFactory, browser: Any) -> Iterator[Installation]:
    """The running installation with its small invented world. Tests change it, so each leans only on its own part."""
    with running(tmp_path_factory.mktemp("borough")) as started:
        yield started


@pytest.fixture(scope="session")
def visitors(borough: Installation, browser: Any) -> Visitors:
    """`with visitors("dispatcher") as winter:` a window of that role; `visitors.check(role, path)` runs axe."""
    return Visitors(browser, borough.address)
