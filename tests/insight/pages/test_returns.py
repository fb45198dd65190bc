"""Custody returns on their page: counted from the ledger, small counts not told apart in public."""

from collections.abc import Callable

import pytest
from django.test import Client

from bluelamp.access.models import Officer, RoleGrant
from tests.twin.conftest import SINCE

pytestmark = pytest.mark.django_db


def signed_in(client: Client, role: str) -> Client:
    officer = Officer.objects.create(user_name=role, name="Osei", enrolled_at=SINCE)
    RoleGrant.objects.create(officer=officer, role=role, granted_by="system:test", granted_at=SINCE)
    client.force_login(officer)
    return client


def test_a_few_are_not_told_apart_in_public(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from collections import Counter
    from dataclasses import replace

    from bluelamp.insight.pages import returns as page

    worked_out: Callable[..., object] = page.worked_out
    force = Counter({("18 to 24", "White: British"): 3, ("25 to 34", "White: British"): 12})

    def with_force(*given: object, **how: object) -> object:
        return replace(worked_out(*given, **how), force=force)  # type: ignore[type-var]

    monkeypatch.setattr(page, "worked_out", with_force)
    commander = signed_in(client, "commander")
    inside, outside = (commander.get(f"/custody/returns/{end}") for end in ("", "?public"))
    for shown in (inside, outside):
        assert "Arrival to authorisation" in shown.content.decode()
    rows = {title: found for title, _, found in inside.context["groups"]}["Use of force"]
    assert rows == [("18 to 24", "White: British", "3"), ("25 to 34", "White: British", "12")]
    told = {title: found for title, _, found in outside.context["groups"]}["Use of force"]
    assert told[0][2] != "3"
    assert told[1][2] == "12"
    assert told[0][2] in outside.content.decode()


def test_it_is_not_for_a_response_officer(client: Client) -> None:
    assert signed_in(client, "response_officer").get("/custody/returns/").status_code == 403
