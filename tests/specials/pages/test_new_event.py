"""Making an event."""

from bluelamp.specials.models import Occasion
from tests.specials.volunteers import Volunteers

GIVEN = {
    "title": "Winter fair", "place": "Bushey High Street", "starts_0": "2026-11-28", "starts_1": "12:00",
    "ends_0": "2026-11-28", "ends_1": "17:00", "wanted": "6", "supervised": "on",
}  # fmt: skip


def test_then_to_its_own_page(at_page, there: Volunteers):
    sent = at_page("coordinator", "/specials/events/new/", **GIVEN)
    made = Occasion.objects.get()
    assert (sent.status_code, sent["Location"]) == (303, f"/specials/events/{made.pk}/")
    assert (made.wanted, made.supervised, made.training) == (6, True, False)


def test_refused_in_words(at_page, there: Volunteers):
    answer = at_page("coordinator", "/specials/events/new/", **{**GIVEN, "ends_1": "11:00"})
    assert "ends after it begins" in str(answer.context["form"].errors["ends"])
    answer = at_page("coordinator", "/specials/events/new/", **{**GIVEN, "starts_0": "2026-11-01"})
    assert "still to come" in str(answer.context["form"].errors["starts"])
    assert "Bushey High Street" in answer.content.decode()
