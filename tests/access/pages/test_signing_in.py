"""Signing in and out in a browser, the throttle, the idle end, a fresh sign-in, and passkeys on offer."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import Client, RequestFactory

from bluelamp import clock
from bluelamp.access.guard import recently_signed_in
from bluelamp.ledger.queries import timeline
from tests.access.conftest import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_throttle():
    cache.clear()


def enter(client, user_name, password=PASSWORD, **more):
    return client.post("/sign-in/", {"login": user_name, "password": password, **more})


def test_the_page_offers_password_and_passkey_and_runs_no_inline_script(client):
    page = client.get("/sign-in/").content.decode()
    assert "User name" in page
    assert "Sign in with a passkey" in page
    inline = [part for part in page.split("<script")[1:] if "src=" not in part.split(">")[0]]
    assert all('type="application/json"' in part.split(">")[0] for part in inline)
    assert "style=" not in page


def test_signing_in_goes_where_the_officer_wanted_and_is_written_down(an_officer, client):
    lowe = an_officer("lowe", "response_officer")
    asked = client.get("/you/")
    assert asked.url == "/sign-in/?next=/you/"
    answer = enter(client, "LOWE", next="/you/")
    assert (answer.status_code, answer.url) == (302, "/you/")
    assert timeline(lowe.ref)[0].sentence == "Signed in by password at a device of their own"


def test_a_wrong_password_is_refused_in_words(an_officer, client):
    an_officer("lowe")
    assert "The user name or the password is not right" in enter(client, "lowe", "wrong").content.decode()


def test_the_sixth_wrong_try_is_refused_even_with_the_right_password(an_officer, client):
    an_officer("lowe")
    for _ in range(5):
        assert "is not right" in enter(client, "lowe", "wrong").content.decode()
    assert "Too many wrong tries" in enter(client, "lowe", "wrong").content.decode()
    assert "Too many wrong tries" in enter(client, "lowe").content.decode()
    assert enter(client, "lowe").status_code == 200


def test_wrong_tries_for_one_officer_do_not_lock_out_the_room(an_officer, client):
    an_officer("lowe"), an_officer("tan")
    for _ in range(6):
        enter(client, "lowe", "wrong")
    assert enter(client, "tan").status_code == 302


def test_a_closed_account_cannot_sign_in(an_officer, client):
    lowe = an_officer("lowe")
    type(lowe).objects.filter(pk=lowe.pk).update(is_active=False)
    assert enter(client, "lowe").url == "/sign-in/closed/"
    assert client.get("/you/").status_code == 302


def test_a_closed_account_is_out_at_its_next_page(signed_in):
    from bluelamp.access.models import Officer

    client = signed_in("lowe")
    Officer.objects.update(is_active=False)
    assert client.get("/you/").status_code == 302


def test_signing_out_is_written_down(signed_in):
    client = signed_in("lowe")
    number = client.session["_auth_user_id"]
    assert client.get("/sign-out/").status_code == 200
    client.post("/sign-out/")
    assert timeline(f"officer:{number}")[0].sentence == "Signed out at a device of their own"
    assert client.get("/you/").status_code == 302


def test_nobody_signs_themselves_up(client):
    assert client.get("/signup/").status_code == 404
    assert client.get("/accounts/signup/").status_code == 404


def test_a_request_costs_a_session_and_an_officer_and_nothing_more(signed_in, django_assert_num_queries):
    client = signed_in("lowe", "response_officer", "neighbourhood_officer")
    client.get("/you/")
    request = RequestFactory().get("/")
    from importlib import import_module

    from django.contrib.auth.middleware import get_user

    from bluelamp.access.middleware import acting_of

    engine = import_module(django_settings.SESSION_ENGINE)
    with django_assert_num_queries(2):
        request.session = engine.SessionStore(client.session.session_key)
        request.user = get_user(request)
        by = acting_of(request)
    assert by.roles == ("neighbourhood_officer", "response_officer")
    assert by.may("places.edit", "custody.arrest")


def test_a_post_without_the_form_token_is_refused(an_officer):
    an_officer("lowe")
    strict = Client(enforce_csrf_checks=True)
    assert enter(strict, "lowe").status_code == 403


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(an_officer, client):
    an_officer("lowe")
    cookie = enter(client, "lowe").cookies[django_settings.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_the_idle_end_is_put_off_by_work_and_only_now_and_then(signed_in):
    client = signed_in("lowe")
    client.get("/you/")
    first = client.session["seen"]
    client.get("/you/")
    assert client.session["seen"] == first
    with clock.set_to(clock.now() + timedelta(seconds=django_settings.SESSION_COOKIE_AGE / 5)):
        client.get("/you/")
    assert client.session["seen"] > first


def test_authority_needs_a_fresh_sign_in(signed_in):
    client = signed_in("lowe")
    request = RequestFactory().get("/")
    request.session = client.session
    assert recently_signed_in(request)
    with clock.set_to(clock.now() + timedelta(seconds=django_settings.RECENT_SIGN_IN_SECONDS + 1)):
        assert not recently_signed_in(request)


def test_showing_again_that_it_is_you(signed_in):
    client = signed_in("lowe")
    assert "Show that it is you" in client.get("/sign-in/again/?next=/you/").content.decode()
    answer = client.post("/sign-in/again/", {"password": PASSWORD, "next": "/you/"})
    assert (answer.status_code, answer.url) == (302, "/you/")


@pytest.mark.parametrize("path", ["/you/keys/", "/you/keys/passkeys/", "/you/password/"])
def test_the_pages_of_ones_keys_draw(signed_in, path):
    assert signed_in("lowe").get(path).status_code == 200


def test_adding_a_passkey_or_code_asks_for_a_fresh_sign_in_and_draws(signed_in):
    client = signed_in("lowe")
    assert client.get("/you/keys/passkeys/add/").url.startswith("/sign-in/again/")
    client.post("/sign-in/again/", {"password": PASSWORD})
    assert client.get("/you/keys/passkeys/add/").status_code == 200
    assert client.get("/you/keys/codes/start/").status_code == 200
