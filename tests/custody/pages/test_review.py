"""A review of detention: by an inspector, once, with its grounds; a form sent twice does its work once."""

from bluelamp.custody.models import Review
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, TEN, Evening

AT = TEN + 6 * HOUR
GIVEN = {"outcome": "continued", "words": "Still necessary", "method": "in_person", "n": 1}


def test_a_review_by_the_wrong_rank_is_refused_with_the_law(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/review/"
    low = desk.send("custody_officer", path, at=AT, **GIVEN)
    assert low.status_code == 422
    assert b"needs an inspector or above" in low.content
    assert b"PACE s.40" in low.content
    bare = desk.send("reviewing_inspector", path, at=AT, method="in_person", n=1)
    assert set(bare.context["form"].errors) == {"outcome", "words"}
    by_phone = desk.send("reviewing_inspector", path, at=AT, **{**GIVEN, "method": "telephone"})
    assert set(by_phone.context["form"].errors) == {"no_live_link_because"}
    assert not Review.objects.exists()
    assert desk.send("reviewing_inspector", path, at=AT, **GIVEN).status_code == 303
    assert Review.objects.get().words == "Still necessary"
    again = desk.send("reviewing_inspector", path, at=AT, **GIVEN)
    assert b"Review 1 was done meanwhile" in again.content
    assert Review.objects.count() == 1


def test_a_form_sent_twice_does_its_work_once(evening: Evening, desk: Desk) -> None:
    given = {**GIVEN, "key": "9b2d1c4e-0000-4000-8000-000000000002"}
    path = f"/custody/{evening.held().pk}/review/"
    codes = [desk.send("reviewing_inspector", path, at=AT, **given).status_code for _ in range(2)]
    assert codes == [303, 303]
    assert Review.objects.count() == 1
