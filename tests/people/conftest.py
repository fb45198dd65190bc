"""Who acts in the tests of people, and when."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer

AT = datetime(2026, 11, 20, 21, 30, tzinfo=UTC)


@pytest.fixture
def officer(db: None) -> Callable[[str], Officer]:
    def make(name: str) -> Officer:
        return Officer.objects.create(user_name=name, name=name.title(), enrolled_at=AT)

    return make


@pytest.fixture
def by(officer: Callable[[str], Officer]) -> Acting:
    found = officer("haldane")
    may = frozenset({"people.search", "people.view", "people.edit", "people.describe", "access.restrict_records"})
    return Acting(ref=found.ref, name=found.name, officer_id=found.pk, capabilities=may)


@pytest.fixture
def at() -> datetime:
    return AT
