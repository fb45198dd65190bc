"""An installation for the tests that need the whole of one."""

from collections.abc import Iterator

import pytest

from tests.site.installation import Installation, an_installation


@pytest.fixture
def installation() -> Iterator[Installation]:
    with an_installation() as one:
        yield one
