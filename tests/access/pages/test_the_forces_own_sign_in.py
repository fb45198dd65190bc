"""Signing in by the force's own OpenID Connect server, all the way there and back."""

import http.client
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.test import Client

from bluelamp.access.models import Officer
from bluelamp.ledger.queries import timeline
from bluelamp.site.openid import apps
from tests.access.openid_server import CLIENT, SECRET, OpenIdServer, serving

pytestmark = pytest.mark.django_db
BEGIN, BACK = "/sign-in/force/force/", "/sign-in/force/force/back/"


@pytest.fixture
def force(settings: Any) -> Iterator[OpenIdServer]:
    cache.clear()
    with serving() as server:
        ours = apps(name="Hertfordshire", client=CLIENT, secret=SECRET, server=server.address)
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": ours}}
        settings.OPENID_DOMAIN = "herts.example"
        yield server


def there(client: Client) -> str:
    """From our button to the force's server, and the address it sends the browser back to."""
    begun = client.post(BEGIN)
    assert begun.status_code == 302
    asked = urlsplit(begun.url)
    link = http.client.HTTPConnection(asked.netloc, timeout=10)
    link.request("GET", f"{asked.path}?{asked.query}")
    answer = link.getresponse()
    answer.read()
    link.close()
    return str(answer.headers["Location"])


def back(client: Client, address: str) -> Any:
    where = urlsplit(address)
    assert where.path == BACK
    return client.get(f"{where.path}?{where.query}", follow=True)


def signed_in_as(client: Client) -> str:
    found = Officer.objects.filter(pk=client.session.get("_auth_user_id", 0)).first()
    return found.user_name if found else ""


def test_an_officer_known_by_user_name_is_signed_in_and_it_is_written_down(
    force: OpenIdServer, an_officer: Callable[..., Officer], client: Client
) -> None:
    lowe = an_officer("lowe", "response_officer")
    back(client, there(client))
    assert signed_in_as(client) == "lowe"
    assert "by the force's own sign-in" in timeline(lowe.ref)[0].sentence
    assert force.refused == []


def test_the_next_time_the_officer_is_known_by_the_servers_own_number(
    force: OpenIdServer, an_officer: Callable[..., Officer], client: Client
) -> None:
    """A changed user name at the force does not hand the account to somebody else."""
    an_officer("lowe", "response_officer"), an_officer("tan", "response_officer")
    back(client, there(client))
    force.claims["preferred_username"] = "tan"
    again = Client()
    back(again, there(again))
    assert signed_in_as(again) == "lowe"


@pytest.mark.parametrize("name", ["lowe@herts.example", "LOWE@Herts.Example", "lowe"])
def test_the_forces_own_domain_may_follow_the_name(
    force: OpenIdServer, an_officer: Callable[..., Officer], client: Client, name: str
) -> None:
    an_officer("lowe", "response_officer")
    force.claims["preferred_username"] = name
    back(client, there(client))
    assert signed_in_as(client) == "lowe"


@pytest.mark.parametrize("name", ["nobody", "lowe@partner.example", "lowe@herts.example@evil.example", "", "@"])
def test_whoever_is_not_an_officer_here_is_refused_in_words_and_gets_no_account(
    force: OpenIdServer, an_officer: Callable[..., Officer], client: Client, name: str
) -> None:
    """A guest at the force's server, of another domain, is not the officer of the same name."""
    an_officer("lowe", "response_officer")
    force.claims["preferred_username"] = name
    page = back(client, there(client)).content.decode()
    assert "No account here carries your user name" in page
    assert (signed_in_as(client), Officer.objects.count()) == ("", 1)


@pytest.mark.parametrize("name", ["lowe@", "lowe@herts.example"])
def test_where_no_domain_is_set_only_a_bare_name_is_an_officers(
    force: OpenIdServer, an_officer: Callable[..., Officer], client: Client, settings: Any, name: str
) -> None:
    settings.OPENID_DOMAIN = ""
    an_officer("lowe", "response_officer")
    force.claims["preferred_username"] = name
    back(client, there(client))
    assert signed_in_as(client) == ""


@pytest.mark.parametrize("facts", [{"is_demonstration": True}])
def test_an_invented_officer_is_never_found_by_a_real_server(
    force: OpenIdServer, an_officer: Callable[..., Officer], client: Client, facts: dict[str, bool]
) -> None:
    an_officer("lowe", "response_officer", **facts)
    back(client, there(client))
    assert signed_in_as(client) == ""


@pytest.mark.parametrize("wrong", [{"aud": "another client"}, {"iss": "https://elsewhere.example"}, {"exp": 1}])
def test_a_token_for_somebody_else_of_somebody_else_or_of_yesterday_is_refused(
    force: OpenIdServer, an_officer: Callable[..., Officer], client: Client, wrong: dict[str, Any]
) -> None:
    an_officer("lowe", "response_officer")
    force.in_token = wrong
    assert "did not work" in back(client, there(client)).content.decode()
    assert signed_in_as(client) == ""


def test_an_answer_that_this_browser_did_not_ask_for_is_refused(
    force: OpenIdServer, an_officer: Callable[..., Officer], client: Client
) -> None:
    """Somebody sends an officer the address that signs them in as another: the state is not theirs."""
    an_officer("lowe", "response_officer")
    address = there(client)
    victim = Client()
    back(victim, address)
    assert signed_in_as(victim) == ""


def test_a_code_works_once(force: OpenIdServer, an_officer: Callable[..., Officer], client: Client) -> None:
    an_officer("lowe", "response_officer")
    address = there(client)
    back(client, address)
    client.post("/sign-out/")
    back(client, address)
    assert signed_in_as(client) == ""


def test_a_failed_sign_in_ends_at_our_own_page_in_words(
    force: OpenIdServer, an_officer: Callable[..., Officer], client: Client
) -> None:
    an_officer("lowe", "response_officer")
    force.in_token = {"aud": "another client"}
    page = back(client, there(client)).content.decode()
    assert "Signing in with Hertfordshire did not work. Try again, or use your user name and password." in page
    assert "did not work" not in client.get("/sign-in/").content.decode()


def test_giving_up_at_the_force_ends_at_our_own_page_in_words(force: OpenIdServer, client: Client, db: None) -> None:
    state = urlsplit(there(client)).query.partition("state=")[2]
    page = back(client, f"{BACK}?error=access_denied&state={state}").content.decode()
    assert "Signing in with Hertfordshire was not finished." in page


def test_an_address_somebody_sent_begins_nothing(force: OpenIdServer, client: Client, db: None) -> None:
    answer = client.get(BEGIN)
    assert (answer.status_code, answer.url) == (302, "/sign-in/")
