"""Partner bodies of the tests, and browsers for officers and for whoever opens a link."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Officer, RoleGrant
from tests.partners.bodies import HOUR, NOON, Bodies


@pytest.fixture
def there(db: None) -> Bodies:
    """`there.shares()`: something shared, and with whom."""
    return Bodies()


@pytest.fixture
def sign_in(db: None) -> Iterator[Callable[[str], Client]]:
    """`sign_in("victim_care_officer")`: a browser of somebody in that role, an hour past noon."""

    def signed_in(role: str) -> Client:
        officer, made = Officer.objects.get_or_create(user_name=role, defaults={"name": role, "enrolled_at": NOON})
        if made:
            RoleGrant.objects.create(officer=officer, role=role, granted_by="officer:1", granted_at=NOON)
        client = Client()
        client.force_login(officer)
        return client

    with clock.set_to(NOON + HOUR):
        yield signed_in


@pytest.fixture
def outsider(db: None) -> Iterator[Client]:
    """A browser that never signed in, an hour past noon."""
    with clock.set_to(NOON + HOUR):
        yield Client()
