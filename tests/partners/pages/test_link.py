"""A link for the partner: shown once."""

import html
import re

from bluelamp.partners.models import Link
from tests.partners.bodies import Bodies


def test_shown_once_and_it_works(there: Bodies, sign_in, client):
    made, officer = there.shares(), sign_in("victim_care_officer")
    path = f"/partners/share/{made.pk}/link/"
    assert "/shared/" not in officer.get(path).content.decode()
    answer = officer.post(path, {"key": "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"})
    body = html.unescape(answer.content.decode())
    address = re.search(r"http://testserver(/shared/[\w-]{43}/)", body)
    code = re.search(r"(\d{4} \d{4})</b>", body)
    assert address
    assert code
    assert answer["Cache-Control"] == "no-store"
    assert client.post(address[1], {"code": code[1]}).status_code == 303


def test_sent_again_it_says_so_and_makes_no_second_one(there: Bodies, sign_in):
    made, officer = there.shares(), sign_in("victim_care_officer")
    for status in (200, 422):
        answer = officer.post(f"/partners/share/{made.pk}/link/", {"key": "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"})
        assert answer.status_code == status
    assert "shown then" in answer.content.decode()
    assert Link.objects.count() == 1
