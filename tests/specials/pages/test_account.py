"""Joining a record to its account."""

from tests.specials.volunteers import Volunteers


def test_one_record_one_account(at_page, there: Volunteers):
    path = f"/specials/{there.accepted().pk}/account/"
    assert "Nobody to choose from" in at_page("coordinator", path).content.decode()
    mine = there.officer("special")
    there.officer("tutor")
    page = at_page("coordinator", path).content.decode()
    assert "Special (special)" in page
    assert "Tutor (tutor)" not in page
    assert at_page("coordinator", path, officer=mine.pk).status_code == 303
    assert there.record.officer == mine
    assert at_page("coordinator", path, officer=mine.pk).status_code == 422
