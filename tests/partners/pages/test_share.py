"""One share: what they were given, how it stands, what may be done."""

from bluelamp.partners.actions import answering, sharing
from tests.partners.bodies import HOUR, NOON, Bodies


def test_what_they_were_given_and_what_is_owed(there: Bodies, sign_in):
    made = there.shares()
    client = sign_in("victim_care_officer")
    body = client.get(f"/partners/share/{made.pk}/").content.decode()
    assert "Alone with two children" in body
    assert "Have an answer from Victim care" in body
    assert "Shared with Victim care under agreement ISA-7" in body
    assert "Joanne" not in body.split("</title>")[0]
    assert f'href="/partners/share/{made.pk}/link/"' in body
    assert client.get("/partners/share/999/").status_code == 404


def test_after_a_no_another_way_is_offered_first(there: Bodies, sign_in):
    made = there.shares()
    answering.decline(share=made.pk, words="No room", by=there.by, at=NOON + HOUR / 2)
    body = sign_in("victim_care_officer").get(f"/partners/share/{made.pk}/").content.decode()
    assert "Another way was found" in body
    assert "No room" in body
    assert "Find another way" in body


def test_erased_it_says_which_fields_they_were(there: Bodies, sign_in):
    made = there.shares()
    sharing.erase_held(share=made.pk, reason="DPA 2018 s.47", by=there.by, at=NOON + HOUR / 2)
    body = sign_in("victim_care_officer").get(f"/partners/share/{made.pk}/").content.decode()
    assert "Alone with two children" not in body
    assert "The fields were: Name, How they may be reached safely, Needs." in body
