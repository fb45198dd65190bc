"""Another way after a no."""

from bluelamp.partners.actions import answering
from tests.partners.bodies import HOUR, NOON, Bodies


def test_kept_with_words(there: Bodies, sign_in):
    made, officer = there.shares(), sign_in("victim_care_officer")
    answering.decline(share=made.pk, words="No room", by=there.by, at=NOON + HOUR / 2)
    path = f"/partners/share/{made.pk}/another-way/"
    assert "No room" in officer.get(path).content.decode()
    assert officer.post(path, {"words": ""}).status_code == 422
    assert officer.post(path, {"words": "The refuge took her"}).status_code == 303
    made.refresh_from_db()
    assert made.another_way_at == NOON + HOUR
