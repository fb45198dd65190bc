"""Signing up for an event, and stepping back."""

import pytest

from bluelamp.specials.models import SignUp
from tests.specials.volunteers import NOON, Volunteers


def test_who_goes_only_beside_an_officer_is_told_so_first(at_page, there: Volunteers):
    there.accompanied()
    path = f"/specials/mine/events/{there.event()}/"
    page = at_page("special", path).content.decode()
    assert "Your place stands once an officer is named" in page
    assert at_page("special", path, send=True).status_code == 303
    assert "Step back from it" in at_page("special", path).content.decode()
    assert at_page("special", path, send=True).status_code == 303
    assert SignUp.objects.get().withdrawn_at == NOON


def test_before_patrol_only_training_is_open(at_page, there: Volunteers):
    there.learnt().linked()
    closed, training = there.event(), there.event(training=True, title="Statements")
    page = at_page("special", f"/specials/mine/events/{closed}/").content.decode()
    assert "is not on patrol yet: training events only" in page
    assert 'type="submit">Sign up' not in page
    assert at_page("special", f"/specials/mine/events/{closed}/", send=True).status_code == 422
    assert at_page("special", f"/specials/mine/events/{training}/", send=True).status_code == 303


@pytest.mark.parametrize(("wanted", "words"), [(1, "All 1 places are taken."), (4, "You are down for Lights")])
def test_full_or_elsewhere(at_page, there: Volunteers, wanted, words):
    there.independent()
    first = there.event(wanted=wanted)
    assert at_page("special", f"/specials/mine/events/{first}/", send=True).status_code == 303
    if wanted == 1:
        other = Volunteers(cast=there.cast).applied("Sam Teal").learnt().linked("other_special")
        assert other.record.officer
        refused = at_page("other_special", f"/specials/mine/events/{first}/", send=True)
    else:
        refused = at_page("special", f"/specials/mine/events/{there.event(title='Fair')}/", send=True)
    assert words in refused.content.decode()
