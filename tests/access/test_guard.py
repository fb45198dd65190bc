"""The guard in front of every page, and who acts."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from bluelamp.access.acting import PUBLIC, RAISE_ALARMS, SYSTEM, system
from bluelamp.access.guard import open_to_all, page
from bluelamp.access.permissions_check import require
from bluelamp.verdict import Refused
from tests.loops import finished


def asked(by, path="/board/?open=1"):
    request = RequestFactory().get(path)
    request._acting = by
    request.session = {"seen": 10**12}
    request.user = None
    return request


@page("calls.answer", "calls.log")
def a_page(request):
    return HttpResponse(request.acting.name)


def test_a_view_says_what_it_needs():
    assert (a_page.capability, a_page.capabilities) == ("calls.answer", ("calls.answer", "calls.log"))
    assert open_to_all(lambda request: None).open_to_all


def test_signed_out_is_sent_to_sign_in_and_back():
    answer = a_page(asked(PUBLIC))
    assert answer.status_code == 302
    assert answer.url == "/sign-in/?next=/board/%3Fopen%3D1"


def test_the_program_itself_requires_like_everybody():
    require(SYSTEM, RAISE_ALARMS)
    with pytest.raises(Refused, match="Bluelamp may not do this"):
        require(SYSTEM, "calls.answer")
    require(system("setup", "calls.answer"), "calls.log", "calls.answer")


class TestOfficers:
    pytestmark = pytest.mark.django_db

    @pytest.fixture(autouse=True)
    def _somebody(self, client):
        class User:
            is_authenticated = True

        self.user = User()

    def ask(self, by):
        request = asked(by)
        request.user = self.user
        return a_page(request)

    def test_any_of_the_capabilities_opens_it(self, acting):
        assert self.ask(acting("marsh", "contact_handler")).content == b"Marsh"
        assert self.ask(acting("lowe", "response_officer")).status_code == 200

    def test_an_officer_without_it_is_told_whom_to_ask(self, acting):
        answer = self.ask(acting("quill", "administrator"))
        assert answer.status_code == 403
        assert "Contact handler" in answer.content.decode()

    def test_for_a_partner_the_page_does_not_exist(self, acting):
        from django.http import Http404

        with pytest.raises(Http404):
            self.ask(acting("mind", is_partner=True))

    def test_async_views_are_guarded_too(self, acting):
        @page("calls.answer")
        async def stream(request):
            return HttpResponse("open")

        async def go():
            return await stream(asked(PUBLIC))

        assert finished(go()).status_code == 302
        assert stream.capability == "calls.answer"
