"""Hertsmere loaded, and an officer of a role signed in."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from bluelamp.access.acting import system
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.places.actions.loading import load_borough

HERTSMERE = Path(__file__).resolve().parents[3] / "boroughs" / "hertsmere"
AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SignIn = Callable[[str], Client]


@pytest.fixture(autouse=True)
def _borough(db: None) -> None:
    load_borough(by=system("setup", "places.edit"), at=AT, folder=HERTSMERE)


@pytest.fixture
def sign_in(client: Client) -> SignIn:
    def signed_in(role: str) -> Client:
        officer = Officer.objects.create(user_name=role, name=f"A. {role}", enrolled_at=AT)
        RoleGrant.objects.create(officer=officer, role=role, granted_by="officer:1", granted_at=AT)
        client.force_login(officer)
        return client

    return signed_in
