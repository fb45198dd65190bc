"""One officer: roles granted and refused in words, a password shown once, a fresh sign-in for authority."""

import pytest
from django.core.cache import cache

from bluelamp.access.models import Officer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_throttle():
    cache.clear()


def text(answer):
    return answer.content.decode()


def test_refusals_are_shown_in_words(signed_in):
    client = signed_in("quill", "administrator")
    quill = Officer.objects.get(user_name="quill")
    answer = client.post(f"/officers/{quill.pk}/", {"do": "grant", "role": "auditor"})
    assert answer.status_code == 422
    assert "Nobody grants themselves a role" in text(answer)
    twice = client.post("/officers/enrol/", {"user_name": "quill", "name": "Q"})
    assert (twice.status_code, "This user name is in use" in text(twice)) == (422, True)
    assert client.post(f"/officers/{quill.pk}/", {"do": "grant", "role": ""}).status_code == 422


def test_a_password_is_shown_once_and_works(signed_in, an_officer, client):
    tan = an_officer("tan")
    page = text(signed_in("quill", "administrator").post(f"/officers/{tan.pk}/", {"do": "password"}))
    secret = page.split("shown once: <b>")[1].split("</b>")[0]
    client.post("/sign-out/")
    assert client.post("/sign-in/", {"login": "tan", "password": secret}).status_code == 302


def test_granting_asks_for_a_fresh_sign_in(signed_in, an_officer, settings):
    tan = an_officer("tan")
    client = signed_in("quill", "administrator")
    settings.RECENT_SIGN_IN_SECONDS = -1
    assert client.post(f"/officers/{tan.pk}/", {"do": "grant", "role": "pcso"}).url.startswith("/sign-in/again/")
    assert not tan.grants.exists()
