"""The commander's day: figures with their counts, within a few statements, for those who may see it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bluelamp import clock
from bluelamp.access.acting import PUBLIC
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.calls.actions.contacts import abandon, ring
from tests.twin.conftest import SINCE

pytestmark = pytest.mark.django_db
AT = SINCE + timedelta(hours=1)


def signed_in(client: Client, role: str) -> Client:
    officer = Officer.objects.create(user_name=role, name="Osei", enrolled_at=SINCE)
    RoleGrant.objects.create(officer=officer, role=role, granted_by="system:test", granted_at=SINCE)
    client.force_login(officer)
    return client


@pytest.fixture(autouse=True)
def _at_six(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(cache, "get", lambda _key: None)
    monkeypatch.setattr(cache, "set", lambda *_: None)
    with clock.set_to(AT):
        yield


def test_figures_come_from_the_ledger_with_their_counts(client: Client) -> None:
    for _ in range(3):
        contact = ring(by=PUBLIC, at=SINCE, channel="101")
    abandon(by=PUBLIC, at=AT, contact=int(contact.partition(":")[2]))
    with CaptureQueriesContext(connection) as seen:
        answer = signed_in(client, "commander").get("/day/")
    text = " ".join(answer.content.decode().split())
    assert answer.status_code == 200
    assert '<td>Contacts</td><td class="n">3</td>' in text
    assert '<td>Gave up before an answer</td><td class="n">1</td>' in text
    assert "style=" not in text.partition("<main")[2]
    reading = [one for one in seen if "FROM ledger_entry" in one["sql"]]
    assert len(reading) == 4


def test_a_contact_handler_may_not(client: Client) -> None:
    assert signed_in(client, "contact_handler").get("/day/").status_code == 403
