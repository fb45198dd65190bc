"""A review postponed: only for a reason of the law, with what stands in the way."""

from bluelamp.custody.models import Postponement
from tests.custody.desk import Desk
from tests.custody.evening import Evening


def test_postponed_for_a_reason_of_the_law(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/postpone/"
    assert set(desk.send("reviewing_inspector", path).context["form"].errors) == {"reason", "words"}
    busy = desk.send("reviewing_inspector", path, reason="busy", words="Away")
    assert (busy.status_code, set(busy.context["form"].errors)) == (422, {"reason"})
    assert not Postponement.objects.exists()
    sent = desk.send("reviewing_inspector", path, reason="no_review_officer", words="At a death in Stevenage")
    assert (sent.status_code, sent["Location"]) == (303, f"/detention/{found.pk}/")
    assert Postponement.objects.get().reason == "no_review_officer"
    assert "At a death in Stevenage" in desk.open("custody_officer", f"/detention/{found.pk}/").content.decode()


def test_before_detention_is_authorised_there_is_nothing_to_postpone(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.arrived().pk}/postpone/"
    refused = desk.send("reviewing_inspector", path, reason="no_review_officer", words="Away")
    assert b"no review to postpone" in refused.content
