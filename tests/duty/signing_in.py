"""An officer of Littleford at a browser of the test."""

from typing import Any

from django.test import Client

from bluelamp.access.acting import system
from bluelamp.access.actions.granting import grant
from tests.duty.borough import NOW, Littleford


def browser_of(littleford: Littleford, collar: str, role: str = "response_officer") -> Client:
    """A browser in which this officer has signed in, at the time of the tests."""
    officer = littleford.officer(collar)
    grant(officer=officer.pk, role=role, by=system("setup", "access.grant_roles"), at=NOW)
    client = Client()
    client.force_login(officer)
    session: Any = client.session
    session["seen"] = NOW.timestamp()
    session.save()
    return client
