"""What was shared is erased on a ground, by whoever may; links are dead, and that it was shared stays written."""

import re

from django.test import Client

from bluelamp.ledger.models import Entry
from bluelamp.partners.models import Link, Share
from tests.partners.bodies import Bodies


def test_on_a_ground_and_the_link_is_dead(there: Bodies, sign_in, client: Client):
    made = there.shares()
    officer = sign_in("victim_care_officer")
    body = officer.post(
        f"/partners/share/{made.pk}/link/", {"key": "0b7b2d4e-8d0f-4f07-9f2c-0f5d1a2b3c4d"}
    ).content.decode()
    fresh, code = body.partition("http://testserver")[2].partition("<")[0], re.search(r"(\d{4} \d{4})</b>", body)
    assert code
    assert Link.objects.get().taken_back_at is None
    erasing = sign_in("commander")
    path = f"/partners/share/{made.pk}/erase/"
    assert "stays written" in erasing.get(path).content.decode()
    assert erasing.post(path, {"reason": ""}).status_code == 422
    assert erasing.post(path, {"reason": "DPA 2018 s.47"}).status_code == 303
    assert Share.objects.get().held == {}
    assert client.post(fresh, {"code": code[1]}).status_code == 404
    assert Entry.objects.filter(event="partners.erased").exists()
    assert erasing.post(path, {"reason": "Again"}).status_code == 422


def test_not_for_who_only_shares(there: Bodies, sign_in):
    made = there.shares()
    assert sign_in("victim_care_officer").get(f"/partners/share/{made.pk}/erase/").status_code == 403
