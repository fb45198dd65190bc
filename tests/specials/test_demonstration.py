"""The invented volunteers: made once, through the actions, only in a demonstration."""

import pytest

from bluelamp.access.demonstration import create as people
from bluelamp.specials.demonstration import create
from bluelamp.specials.models import Special
from bluelamp.specials.queries import specials, stands
from bluelamp.verdict import Refused
from tests.access.conftest import SETUP
from tests.specials.volunteers import NOON

pytestmark = pytest.mark.django_db


def test_made_once_when_the_people_are_there(settings):
    settings.DEMO = True
    assert not create(at=NOON)
    people(by=SETUP, at=NOON)
    assert create(at=NOON)
    assert not create(at=NOON)
    found = {one.special.name: one.stage for one in stands(specials(), NOON)}
    assert found == {
        "Chidi Okafor": "accompanied", "Imogen Tarrant": "applied", "Yusuf Demir": "checks", "Rhona Petrie": "learning"
    }  # fmt: skip


def test_never_in_service(settings):
    settings.DEMO = False
    with pytest.raises(Refused, match="only in demo mode"):
        create(at=NOON)
    assert not Special.objects.exists()
