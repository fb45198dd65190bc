"""Builders for officers, invented like everybody in these tests."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from bluelamp.access.acting import Acting, system
from bluelamp.access.actions.enrolling import enrol
from bluelamp.access.actions.granting import grant
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer

SETUP = system("setup", "access.grant_roles")
PASSWORD = "a lamp on the pavement"
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def an_officer(db: None) -> Callable[..., Officer]:
    """`an_officer("lowe", "response_officer")`: an account with those roles and the password of these tests."""

    def make(user_name: str, *roles: str, **facts: object) -> Officer:
        hashed = make_password(PASSWORD)
        name = facts.pop("name", user_name.title())
        reference = enrol(user_name=user_name, name=name, password_hash=hashed, by=SETUP, at=NOON, **facts)
        number = int(reference.partition(":")[2])
        for role in roles:
            grant(officer=number, role=role, by=SETUP, at=NOON)
        return Officer.objects.get(pk=number)

    return make


@pytest.fixture
def acting(an_officer: Callable[..., Officer]) -> Callable[..., Acting]:
    """`acting("lowe", "response_officer")`: the same officer as the one who acts."""
    return lambda *args, **facts: acting_as(an_officer(*args, **facts))


@pytest.fixture
def signed_in(an_officer: Callable[..., Officer], client: Client) -> Callable[..., Client]:
    """`signed_in("lowe", "response_officer")`: a browser that went through the sign-in page."""

    def go(*args: str, **facts: object) -> Client:
        officer = an_officer(*args, **facts)
        answer = client.post("/sign-in/", {"login": officer.user_name, "password": PASSWORD})
        assert answer.status_code == 302, answer.content
        return client

    return go
