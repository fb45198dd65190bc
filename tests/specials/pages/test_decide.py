"""Deciding an application."""

from bluelamp.specials.models import Special
from tests.specials.volunteers import Volunteers


def test_accepted_the_checks_begin(at_page, there: Volunteers):
    path = f"/specials/{there.applied().pk}/decide/"
    assert at_page("coordinator", path, outcome="accept").status_code == 303
    assert there.record.accepted_at
    again = at_page("coordinator", path, outcome="accept")
    assert again.status_code == 422
    assert "accepted already" in again.content.decode()


def test_declined_with_the_reason_or_not_at_all(at_page, there: Volunteers):
    path = f"/specials/{there.applied().pk}/decide/"
    assert "Say why" in at_page("coordinator", path, outcome="decline").content.decode()
    assert there.record.ended_at is None
    assert at_page("coordinator", path, outcome="decline", words="Lives abroad").status_code == 303
    assert there.record.ending == Special.Ending.DECLINED


def test_no_other_role_decides(at_page, there: Volunteers):
    assert at_page("inspector", f"/specials/{there.applied().pk}/decide/", outcome="accept").status_code == 403
