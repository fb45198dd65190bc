"""Anti-ligature clothing by page: evidence of this person's own risk, or refused in words."""

from django.test import Client

from bluelamp.ledger.models import Entry
from tests.custody.actions.test_closing import detained
from tests.custody.desk import Desk
from tests.custody.evening import Evening


def test_only_on_evidence(evening: Evening, client: Client) -> None:
    desk = Desk(evening, client)
    path = f"/custody/{detained(evening, 'Al', 'M1', level=3).pk}/clothing/"
    refused = desk.send("custody_officer", path, evidence="none", words="Always at level 3")
    assert refused.status_code == 422
    assert b"a mark, a level or a habit of the suite is not enough" in refused.content
    assert not Entry.objects.filter(event="custody.anti_ligature_clothing").exists()
    assert desk.send("custody_officer", path, evidence="said_so", words="Said he would").status_code == 303
    assert Entry.objects.filter(event="custody.anti_ligature_clothing").exists()
