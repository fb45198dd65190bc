"""Withdrawing hours: without a reason, without penalty."""

from bluelamp.duty.models import OfferedHours
from tests.specials.volunteers import Volunteers


def test_as_if_never_offered(at_page, there: Volunteers):
    there.accompanied()
    offer = there.offered()
    path = f"/specials/mine/hours/{offer}/"
    assert "No reason is asked" in at_page("special", path).content.decode()
    assert at_page("special", path, send=True).status_code == 303
    assert OfferedHours.objects.get().withdrawn_at
    assert "No hours offered." in at_page("special", "/specials/mine/").content.decode()
    assert "withdrawn already" in at_page("special", path, send=True).content.decode()
    assert there.offered() != offer


def test_nobody_elses(at_page, there: Volunteers):
    there.accompanied()
    offer = there.offered()
    assert at_page("other_special", f"/specials/mine/hours/{offer}/").status_code == 404
