"""With the database gone, a page says so in words and comes back by itself."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from bluelamp import clock
from bluelamp.site.pages.trouble import trouble
from tests.street import an_officer


def _after(error: Exception, method: str = "GET") -> tuple[int, str, bool]:
    request = RequestFactory().generic(method, "/owed/")
    try:
        raise error
    except Exception:
        answer = trouble(request)
    return answer.status_code, answer.content.decode(), "Refresh" in answer


def test_a_page_being_read_is_asked_for_again() -> None:
    status, words, again = _after(OperationalError("gone"))
    assert (status, again) == (503, True)
    assert "The database does not answer" in words


def test_a_form_is_never_sent_again_by_itself() -> None:
    status, words, again = _after(OperationalError("gone"), "POST")
    assert (status, again) == (503, False)
    assert "does its work once" in words


def test_a_fault_of_ours_is_not_blamed_on_the_database() -> None:
    assert _after(ValueError("ours"))[0] == 500


@pytest.mark.django_db
def test_it_says_how_old_what_was_shown_is(client: Client) -> None:
    read_at = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    client.force_login(an_officer("winter", "dispatcher"))
    with clock.set_to(read_at):
        assert client.get("/board/").status_code == 200
    with clock.set_to(read_at + timedelta(minutes=7)):
        assert Client().get("/sign-in/").status_code == 200, "read for nobody who is signed in"
        words = " ".join(_after(OperationalError("gone"))[1].split())
    assert "is from <b>12:00</b> at the newest, 7 min ago" in words


def test_a_process_that_read_nothing_yet_says_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bluelamp.site.freshest._known", [])
    assert "at the newest" not in _after(OperationalError("gone"))[1]


@pytest.mark.django_db
def test_a_healthy_process_says_so_under_a_strict_policy() -> None:
    answer = Client().get("/healthy")
    assert answer.status_code == 200
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
