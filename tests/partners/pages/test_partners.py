"""Every body, what may be shared with it, and what waits."""

from tests.partners.bodies import Bodies


def test_who_has_an_agreement_and_what_waits(there: Bodies, sign_in):
    there.shares()
    body = sign_in("victim_care_officer").get("/partners/").content.decode()
    assert "1 of 2 have an agreement in force" in body
    assert "1 share waits for an answer" in body
    assert "No agreement in force" in body
    assert "Support for a victim" in body
    assert "Joanne" not in body
