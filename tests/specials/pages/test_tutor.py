"""Naming the tutor."""

from bluelamp.duty.actions.skills import record_skill
from bluelamp.specials.rules.deployment import TUTOR
from tests.specials.volunteers import DUTY, Volunteers


def test_only_who_is_trained_for_it_is_offered(at_page, there: Volunteers):
    path = f"/specials/{there.accepted().pk}/tutor/"
    there.officer("other_officer")
    assert "Nobody to choose from" in at_page("coordinator", path).content.decode()
    tutor = there.officer("tutor")
    record_skill(by=DUTY, at=there.at, officer=tutor.pk, skill=TUTOR)
    page = at_page("coordinator", path).content.decode()
    assert "PC Tutor" in page
    assert "Other Officer" not in page
    assert at_page("coordinator", path, tutor=there.officer("other_officer").pk).status_code == 422
    assert at_page("coordinator", path, tutor=tutor.pk).status_code == 303
    assert there.record.tutor == tutor
