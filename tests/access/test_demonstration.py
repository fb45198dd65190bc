"""One demonstration sign-in per role, only in demo mode."""

import pytest

from bluelamp.access.demonstration import PEOPLE, accounts, any_in_service, create
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer
from bluelamp.access.roles import roles
from bluelamp.verdict import Refused
from tests.access.conftest import NOON, SETUP

pytestmark = pytest.mark.django_db


def test_there_is_one_person_for_every_role():
    assert sorted(person.role for person in PEOPLE) == sorted(roles())
    assert [words for words, _, _ in accounts()] == [role.words for role in roles().values()]


def test_they_are_made_once_and_sign_in(settings, client):
    settings.DEMO = True
    assert not any_in_service()
    assert len(create(by=SETUP, at=NOON)) == len(PEOPLE)
    assert create(by=SETUP, at=NOON) == []
    assert any_in_service()
    _, user_name, password = accounts()[4]
    assert client.post("/sign-in/", {"login": user_name, "password": password}).status_code == 302
    haldane = Officer.objects.get(user_name="haldane")
    assert str(haldane) == "PS 1842 Nia Haldane"
    assert acting_as(haldane).roles == ("custody_officer",)


def test_never_in_service(settings):
    settings.DEMO = False
    with pytest.raises(Refused, match="only in demo mode"):
        create(by=SETUP, at=NOON)
    assert not Officer.objects.exists()
