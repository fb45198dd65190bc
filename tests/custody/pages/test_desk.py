"""What the pages of the custody desk share: a restricted record and a closed one are the same on each."""

from bluelamp.access.models import Restriction
from tests.custody.desk import NOW, Desk
from tests.custody.evening import MINUTE, TEN, Evening


def test_a_restricted_record_sends_to_whom_to_ask(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    Restriction.objects.create(record=found.ref, owner=evening.officer("superintendent"), restricted_at=TEN)
    for page in ("cell", "hospital", "authorise"):
        sent = desk.open("custody_officer", f"/custody/{found.pk}/{page}/")
        assert sent.status_code == 302
        assert sent["Location"].startswith(f"/restricted/{found.ref}")


def test_a_closed_record_says_when_and_how_it_ended(evening: Evening, desk: Desk) -> None:
    found = evening.arrived(at=NOW - 20 * MINUTE)
    desk.send("custody_officer", f"/custody/{found.pk}/authorise/", decision="refuse", grounds="No grounds")
    sent = desk.send("custody_officer", f"/custody/{found.pk}/hospital/", why="Too late", where="Lister")
    assert b"was closed" in sent.content
    assert b"detention not authorised" in sent.content
