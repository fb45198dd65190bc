"""What a custody visitor sees: cells and whether somebody is in them, past visits; never a name, never more."""

from tests.custody.desk import Desk
from tests.custody.evening import Evening


def test_a_custody_visitor_sees_cells_and_no_names(evening: Evening, desk: Desk) -> None:
    empty = desk.open("custody_visitor", "/custody/visitors/").content.decode()
    assert "Somebody is in it" not in empty
    assert "No visit is logged." in empty
    found = evening.held()
    evening.in_cell(found, "M1")
    seen = desk.open("custody_visitor", "/custody/visitors/").content.decode()
    assert seen.count("Somebody is in it") == 1
    for secret in ("Redfern", found.number, "bodily harm", "/custody/visitors/suite/"):
        assert secret not in seen, secret
    for path in ("/custody/", f"/detention/{found.pk}/", f"/custody/{found.pk}/call/"):
        assert desk.open("custody_visitor", path).status_code == 403
    assert "/custody/visitors/suite/" in desk.open("custody_officer", "/custody/visitors/").content.decode()
