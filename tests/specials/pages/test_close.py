"""Closing a record."""

from bluelamp.owed.queries import for_record
from tests.specials.volunteers import Volunteers


def test_a_reason_where_the_force_ends_it(at_page, there: Volunteers):
    path = f"/specials/{there.checked().pk}/close/"
    assert at_page("coordinator", path, ending="checks").status_code == 422
    assert at_page("coordinator", path, ending="withdrew").status_code == 303
    assert [one.kind for one in for_record(there.record.ref, settled=False)] == ["specials.forget"]
    assert "The record is closed" in at_page("coordinator", path, ending="withdrew").content.decode()


def test_the_patrol_status_goes_down_with_it(at_page, there: Volunteers):
    path = f"/specials/{there.independent().pk}/close/"
    assert "They are enrolled" in at_page("coordinator", path, ending="declined", words="x").content.decode()
    assert at_page("coordinator", path, ending="resigned").status_code == 303
    assert there.record.officer.patrol_status.step == "accompanied"
