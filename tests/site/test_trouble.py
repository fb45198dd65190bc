"""With the database gone, a page says so in words and comes back by itself."""

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from bluelamp.site.pages.trouble import trouble


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
def test_a_healthy_process_says_so_under_a_strict_policy() -> None:
    answer = Client().get("/healthy")
    assert answer.status_code == 200
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
