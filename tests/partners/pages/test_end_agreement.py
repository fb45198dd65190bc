"""Ending an agreement before its time."""

from tests.partners.bodies import Bodies


def test_with_a_reason(there: Bodies, sign_in, monkeypatch):
    monkeypatch.setattr("bluelamp.access.form_page.recently_signed_in", lambda _: True)
    client, path = sign_in("superintendent"), f"/partners/agreement/{there.agreement.pk}/end/"
    assert client.post(path, {"words": ""}).status_code == 422
    assert client.post(path, {"words": "They stop"}).status_code == 303
    there.agreement.refresh_from_db()
    assert there.agreement.ended_at
