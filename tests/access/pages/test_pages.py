"""The pages of access in a browser: your own, officers and roles, terminals, restricted records, who looked."""

import pytest
from django.core.cache import cache

from bluelamp.access.actions.opening import open_restricted
from bluelamp.access.actions.restricting import restrict
from bluelamp.access.middleware import acting_as
from bluelamp.access.models import Officer, RoleGrant, Terminal
from bluelamp.access.queries import openings_to_read
from bluelamp.ledger.queries import timeline
from tests.access.conftest import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh_throttle():
    cache.clear()


def text(answer):
    return answer.content.decode()


def test_your_page_says_in_words_what_you_may_do(signed_in):
    page = text(signed_in("quill", "administrator").get("/you/"))
    assert "Administrator" in page
    assert "Enrol officers, grant and withdraw their roles" in page
    assert "Passkeys" in page


def test_the_owner_reads_on_their_page_who_opened_a_restricted_record(signed_in, acting):
    client = signed_in("kerr", "domestic_abuse_specialist")
    kerr = Officer.objects.get(user_name="kerr")
    restrict(record="incident:41", why="Family", owner=kerr.pk, by=acting_as(kerr), at=NOON)
    farrant = acting("farrant", "reviewing_inspector")
    open_restricted(record="incident:41", reason="A complaint came in", by=farrant, at=NOON)
    page = text(client.get("/you/"))
    assert "opened by Farrant" in page
    assert "A complaint came in" in page
    assert "/you/openings/" in page
    restrict(record="incident:42", why="Family", owner=farrant.number, by=farrant, at=NOON)
    open_restricted(record="incident:42", reason="It is my own record", by=farrant, at=NOON)
    assert not openings_to_read(farrant), "nobody is told of what they opened themselves"


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


def test_a_browser_becomes_a_shared_terminal_and_is_retired(signed_in):
    client = signed_in("quill", "administrator")
    assert client.post("/terminals/", {"name": "", "desk": ""}).status_code == 422
    client.post("/terminals/", {"name": "Control 2", "desk": "Dispatch west"})
    assert "This browser is Control 2, Dispatch west." in text(client.get("/terminals/"))
    taken = client.post("/terminals/", {"name": "Control 2", "desk": "x"})
    assert (taken.status_code, "terminal of that name" in text(taken)) == (422, True)
    client.post(f"/terminals/{Terminal.objects.get().pk}/retire/")
    assert "not a shared terminal" in text(client.get("/terminals/"))


def test_a_restricted_record_says_whom_to_ask_and_opens_for_a_reason(signed_in, acting):
    kerr = acting("kerr", "domestic_abuse_specialist", name="Kerr")
    restrict(record="incident:41", why="The secret why", owner=kerr.officer_id, by=kerr, at=NOON)
    client = signed_in("farrant", "reviewing_inspector")
    page = text(client.get("/restricted/incident:41/"))
    assert "Ask Kerr" in page
    assert "The secret why" not in page
    assert client.post("/restricted/incident:41/", {"reason": "work"}).status_code == 422
    answer = client.post("/restricted/incident:41/", {"reason": "A complaint came in", "next": "/incidents/41/"})
    assert answer.url == "/incidents/41/"
    assert "You may see it" in text(client.get("/restricted/incident:41/"))
    assert client.get("/restricted/incident:42/").status_code == 404


def test_without_the_capability_it_only_says_whom_to_ask(signed_in, acting):
    kerr = acting("kerr", "domestic_abuse_specialist", name="Kerr")
    restrict(record="incident:41", why="Why", owner=kerr.officer_id, by=kerr, at=NOON)
    client = signed_in("lowe", "response_officer")
    assert "<textarea" not in text(client.get("/restricted/incident:41/"))
    answer = client.post("/restricted/incident:41/", {"reason": "I would like to see it"})
    assert (answer.status_code, "may not do this" in text(answer)) == (422, True)


def test_an_auditor_sees_who_did_what_and_the_search_is_written_down(signed_in, acting, an_officer):
    kerr = acting("kerr", "domestic_abuse_specialist", name="Kerr")
    restrict(record="incident:41", why="Family", owner=kerr.officer_id, by=kerr, at=NOON)
    client = signed_in("lindqvist", "auditor")
    by_record = text(client.get("/who-looked/?record=incident:41"))
    assert "Restricted: Family" in by_record
    assert "Kerr" in by_record
    assert "Restricted: Family" in text(client.get("/who-looked/?officer=kerr"))
    assert "Nothing is written" in text(client.get("/who-looked/?officer=nobody"))
    assert client.get("/who-looked/?record=drop table").status_code == 422
    number = client.session["_auth_user_id"]
    assert timeline(f"officer:{number}")[0].sentence.startswith("Looked at incident 41")
