"""Answering what rings: from the board or call handling, by one button that needs no script."""

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.calls.actions.contacts import answer as answer_contact
from bluelamp.calls.actions.contacts import end_contact
from bluelamp.calls.models import Contact
from bluelamp.design.forms import request_key
from bluelamp.verdict import Refused, refused


@page("calls.answer")
def answer(request: HttpRequest) -> HttpResponse:
    """POST `contact`: answers it and goes to call handling. One form may answer one contact after another."""
    if request.method != "POST":
        return redirect("desks:calls")
    return _did(request, answer_contact, "Not answered")


@page("calls.answer")
def end(request: HttpRequest) -> HttpResponse:
    """POST `contact`: the contact in hand ended with nothing to log, such as a wrong number."""
    if request.method != "POST":
        return redirect("desks:calls")
    return _did(request, end_contact, "Not ended")


def _did(request: HttpRequest, take: object, title: str) -> HttpResponse:
    said = request.POST.get("contact", "")
    try:
        if not said.isdecimal():
            raise Refused(refused("Nothing rings any more."))
        assert callable(take)
        take(by=acting(request), at=clock.now(), contact=int(said), key=_key(request, said))
    except Contact.DoesNotExist:
        return _told(request, title, "There is no such contact.")
    except Refused as refusal:
        return _told(request, title, refusal.verdict.words)
    return HttpResponseRedirect("/calls/", status=303)


def _told(request: HttpRequest, title: str, words: str) -> HttpResponse:
    return render(request, "calls/not_done.html", {"heading": title, "words": words}, status=422)


def _key(request: HttpRequest, contact: str) -> str | None:
    """The strip is drawn anew while its form stays: the key is the form's for this one contact."""
    key = request_key(request)
    return str(uuid.uuid5(uuid.UUID(key), contact)) if key else None
