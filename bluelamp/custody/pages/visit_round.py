"""The visit round at the cell doors, on a phone: one tap and a few words, also while there is no signal."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.guard import acting, open_to_all, page
from bluelamp.custody.visit_form import CALLED, VisitForm, contact, kept_of, write_visit
from bluelamp.custody.visit_rounds import Due, suites, to_visit
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused


@dataclass(frozen=True, kw_only=True)
class Door:
    """One person of the round with the form for their visit."""

    due: Due
    form: VisitForm
    key: str
    opened: bool


@page("custody.care")
def rounds(request: HttpRequest) -> HttpResponse:
    """Which suite: straight on where there is only one."""
    found = list(suites())
    if len(found) == 1:
        return redirect("custody:visit_round", found[0].key)
    return render(request, "custody/rounds.html", {"suites": found})


@page("custody.care")
def visit_round(request: HttpRequest, suite: str) -> HttpResponse:
    """Everyone of the suite to be visited, soonest first; a visit is sent here, eight statements."""
    if request.method == "POST":
        return _sent(request, suite)
    found = suites().filter(key=suite).first()
    if found is None:
        raise Http404
    return _drawn(request, found, None, 0)


@open_to_all
def round_worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps the round's page on the phone, sealed, for when there is no signal. It holds no data."""
    answer = render(request, "custody/round_worker.js", content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer


def _sent(request: HttpRequest, suite: str) -> HttpResponse:
    form = VisitForm(request.POST, must_rouse="rousable_words" in request.POST)
    pk = request.POST.get("detention", "")
    as_data = request.headers.get("Accept") == "application/json"
    if form.is_valid() and pk.isdecimal():
        try:
            kept = kept_of(request.POST, acting(request))
            write_visit(request, int(pk), form.cleaned_data, kept=kept)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            back = reverse("custody:visit_round", args=[suite])
            return JsonResponse({"written": True}) if as_data else HttpResponseRedirect(back, status=303)
    if as_data:
        return JsonResponse({"refused": [words for _, words in form.summary()]}, status=422)
    found = suites().filter(key=suite).first()
    if found is None:
        raise Http404
    return _drawn(request, found, form, int(pk) if pk.isdecimal() else 0)


def _drawn(request: HttpRequest, suite: Suite, refused: VisitForm | None, pk: int) -> HttpResponse:
    at, by = clock.now(), acting(request)
    due = to_visit(suite, by=by, at=at)
    with_level = [one for one in due if one.level is not None]
    first = pk or (with_level[0].pk if with_level else 0)
    doors = [_door(one, refused if refused and one.pk == pk else None, one.pk == first) for one in due]
    facts: dict[str, Any] = {
        "suite": suite,
        "at": at,
        "doors": doors,
        "due_now": sum(one.state in ("now", "late") for one in due),
        "contact": contact(by, at),
        "officer": by.officer_id,
        "called": CALLED,
    }
    return render(request, "custody/visit_round.html", facts, status=422 if refused else 200)


def _door(due: Due, refused: VisitForm | None, opened: bool) -> Door:
    form = refused or VisitForm(must_rouse=due.must_rouse, auto_id=f"id_{due.pk}_%s")
    if refused:
        form.auto_id = f"id_{due.pk}_%s"
        form.must_rouse = due.must_rouse
    return Door(due=due, form=form, key=str(uuid.uuid4()), opened=opened)
