"""Expenses to decide and to pay."""

from tests.specials.volunteers import Volunteers


def test_what_waits_and_by_when(at_page, there: Volunteers):
    assert "Nothing to decide" in at_page("coordinator", "/specials/expenses/").content.decode()
    there.accompanied()
    claim = there.claimed(miles=14, vehicle="car")
    page = at_page("coordinator", "/specials/expenses/").content.decode()
    assert "£6.30 to decide" in page
    assert f"/specials/expenses/{claim}/" in page
    assert "by 4 Dec 12:00" in page
    assert at_page("tutor", "/specials/expenses/").status_code == 403
