"""Quick switch of user on a shared terminal."""

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from bluelamp.access.guard import page
from bluelamp.access.models import Officer, Terminal
from bluelamp.ledger.queries import timeline
from bluelamp.site.urls import urlpatterns as whole_site
from tests.access.conftest import NOON, PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@page("dispatch.view", board=True)
def a_board(request):
    state = "locked" if getattr(request, "board_is_locked", False) else "open"
    return HttpResponse(f"{request.method} {state} {request.acting.name} at {request.acting.terminal}")


@page("dispatch.view")
def a_record(request):
    return HttpResponse("record")


urlpatterns = [path("a-board/", a_board), path("a-record/", a_record), *whole_site]


@pytest.fixture
def terminal(client: Client) -> Terminal:
    """This browser, enrolled as a shared terminal."""
    from bluelamp.access.terminals import mark_browser

    made = Terminal.objects.create(name="Control 2", desk="Dispatch west", enrolled_by="x", enrolled_at=NOON)
    answer = HttpResponse()
    mark_browser(answer, made.pk)
    client.cookies.update(answer.cookies)
    cache.clear()
    return made


def test_an_action_at_a_shared_terminal_carries_its_name_and_desk(terminal, signed_in):
    client = signed_in("winter", "dispatcher")
    assert b"open Winter at Control 2" in client.get("/a-board/").content
    line = timeline(f"officer:{client.session['_auth_user_id']}")[0]
    assert (line.facts["terminal"], line.facts["desk"]) == ("Control 2", "Dispatch west")


def test_whatever_is_done_there_names_it(terminal, signed_in):
    client = signed_in("quill", "administrator")
    client.post("/officers/enrol/", {"user_name": "tan", "name": "Tan"})
    tan = Officer.objects.get(user_name="tan")
    line = timeline(tan.ref)[0]
    assert (line.event, line.facts) == (
        "access.officer_enrolled",
        {"terminal": "Control 2", "desk": "Dispatch west"},
    )


def test_locked_the_board_stays_readable_and_nothing_else(terminal, signed_in):
    client = signed_in("winter", "dispatcher")
    locked = client.post("/switch/", {"next": "/a-board/"})
    assert locked.url == "/switch/?next=%2Fa-board%2F"
    assert client.get("/a-board/").content == b"GET locked Winter at Control 2"
    assert client.post("/a-board/").url == "/sign-in/?next=/a-board/"
    assert client.get("/a-record/").status_code == 302
    assert client.get("/you/").status_code == 302
    assert "Locked by Winter" in client.get(locked.url).content.decode()


def test_the_next_officer_lands_on_the_same_page_as_themselves(terminal, signed_in, an_officer):
    client = signed_in("winter", "dispatcher")
    an_officer("marsh", "contact_handler")
    client.post("/switch/", {"next": "/a-board/"})
    answer = client.post("/sign-in/", {"login": "marsh", "password": PASSWORD, "next": "/a-board/"})
    assert answer.url == "/a-board/"
    assert client.get("/a-board/").content == b"GET open Marsh at Control 2"
    assert "locked" not in client.session


def test_the_page_of_the_next_officer_keeps_where_to_go(terminal, signed_in):
    client = signed_in("winter", "dispatcher")
    client.post("/switch/", {"next": "/a-board/"})
    assert client.get("/switch/?next=/a-board/").content.decode().count('name="next" value="/a-board/"') >= 2
    assert 'value="/"' in client.get("/switch/?next=https://elsewhere.example/").content.decode()


def test_a_withdrawn_role_closes_the_locked_board_too(terminal, signed_in):
    from bluelamp.access.models import RoleGrant

    client = signed_in("winter", "dispatcher")
    client.post("/switch/", {"next": "/a-board/"})
    RoleGrant.objects.update(withdrawn_at=NOON)
    assert client.get("/a-board/").status_code == 403


def test_on_ones_own_device_there_is_no_lock_only_signing_out(signed_in):
    cache.clear()
    client = signed_in("winter", "dispatcher")
    assert client.post("/switch/").url == "/sign-out/"
    assert "locked" not in client.session


def test_a_forged_or_retired_terminal_is_none(terminal, signed_in):
    Terminal.objects.update(retired_at=NOON)
    client = signed_in("winter", "dispatcher")
    assert b"at " in client.get("/a-board/").content
    assert client.session["terminal"] == {}
    client.cookies["bluelamp_terminal"] = f"{terminal.pk}:forged"
    assert client.post("/switch/").url == "/sign-out/"
