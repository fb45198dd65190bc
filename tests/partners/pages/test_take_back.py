"""A share sent by mistake."""

from tests.partners.bodies import Bodies


def test_with_a_reason(there: Bodies, sign_in):
    made, officer = there.shares(), sign_in("victim_care_officer")
    path = f"/partners/share/{made.pk}/take-back/"
    assert "stays written" in officer.get(path).content.decode()
    assert officer.post(path, {"words": ""}).status_code == 422
    assert officer.post(path, {"words": "Wrong person"}).status_code == 303
    body = officer.get(f"/partners/share/{made.pk}/").content.decode()
    assert "Taken back from Victim care. Wrong person" in body
    assert officer.post(f"/partners/share/{made.pk}/link/").status_code == 422
