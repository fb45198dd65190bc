"""Officers: an account is opened once, and found by part of a name."""

import pytest
from django.core.cache import cache

from bluelamp.access.models import Officer, RoleGrant

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_throttle():
    cache.clear()


def text(answer):
    return answer.content.decode()


def test_an_administrator_enrols_an_officer_grants_and_withdraws(signed_in):
    client = signed_in("quill", "administrator")
    answer = client.post("/officers/enrol/", {"user_name": "tan", "name": "Tan", "regular_rank": "constable"})
    tan = Officer.objects.get(user_name="tan")
    assert answer.url == f"/officers/{tan.pk}/"
    client.post(answer.url, {"do": "grant", "role": "pcso"})
    assert RoleGrant.objects.filter(officer=tan, withdrawn_at=None).count() == 1
    assert "Granted the role Police community support officer" in text(client.get(answer.url))
    client.post(answer.url, {"do": "withdraw", "role": "pcso"})
    assert not RoleGrant.objects.filter(officer=tan, withdrawn_at=None).exists()
    assert "Tan" in text(client.get("/officers/?q=tan"))
