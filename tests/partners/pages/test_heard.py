"""An answer heard by phone."""

from tests.partners.bodies import Bodies


def test_what_may_be_answered_now_is_offered_and_written(there: Bodies, sign_in):
    made, officer = there.shares(), sign_in("victim_care_officer")
    path = f"/partners/share/{made.pk}/heard/"
    body = officer.get(path).content.decode()
    assert "They decline" in body
    assert "They have reached" not in body
    assert officer.post(path, {"what": "decline", "words": ""}).status_code == 422
    assert officer.post(path, {"what": "accept", "words": "Ms Oduya, by phone"}).status_code == 303
    assert "They have reached" in officer.get(path).content.decode()
