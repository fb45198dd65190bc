"""A page with one form: drawn, checked, one action, then on; a refusal is drawn beside the field it is about."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.guard import acting, recently_signed_in, sign_in_again
from bluelamp.access.queries import restricted_among
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.design.uploads import WORDS as NO_FILES
from bluelamp.design.uploads import had_files
from bluelamp.verdict import Refused

STALE = "You decide this under your own name, and your sign-in is too old. Sign in again, then send it once more."


def signed(request: HttpRequest) -> dict[str, Any]:
    """What every action is told of the one who sent a form: who, when, and the form's key."""
    return {"by": acting(request), "at": clock.now(), "key": request_key(request)}


def posted(request: HttpRequest) -> QueryDict | None:
    """What was sent, even where it is empty; None where the page is only asked for."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: HttpRequest,
    *,
    form: PlainForm,
    act: Callable[[dict[str, Any]], object],
    then: str | Callable[[Any], str],
    template: str,
    context: Mapping[str, object] | None = None,
    authority: bool = False,
) -> HttpResponse:
    """Draw the form, or act on it and go on to `then` (a URL, or made from what the action answered).

    With `authority` the step belongs to a named officer: a sign-in that is too old is asked for again, before
    anything is written on the page, so that no words are lost.
    """
    fresh = not authority or recently_signed_in(request)
    if request.method == "POST":
        if had_files(request):
            form.add_error(None, NO_FILES)
        answered = _acted(form, act, then, fresh)
        if answered:
            return answered
    elif not fresh:
        return sign_in_again(request)
    facts = {"form": form, "stale": not fresh, **(context or {})}
    return render(request, template, facts, status=422 if form.errors else 200)


def _acted(
    form: PlainForm, act: Callable[[dict[str, Any]], object], then: str | Callable[[Any], str], fresh: bool
) -> HttpResponse | None:
    if not form.is_valid():
        return None
    if not fresh:
        form.add_error(None, STALE)
        return None
    try:
        answer = act(form.cleaned_data)
    except Refused as refusal:
        form.refuse(refusal)
        return None
    return HttpResponseRedirect(then(answer) if callable(then) else then, status=303)


def turned_to_owner(request: HttpRequest, *records: str, page: str) -> HttpResponse | None:
    """Where somebody is sent who may not see one of these records: it exists, and whom to ask (D10).

    None where they may see them all; a look at a restricted one is then written to the ledger.
    """
    by = acting(request)
    sights = restricted_among(by, records)
    hidden = next((sight for sight in sights.values() if not sight.may_see), None)
    if hidden:
        onward = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse('journeys:restricted', args=[hidden.record])}?{onward}")
    if sights:
        look(page=page, records=list(sights), by=by, at=clock.now())
    return None
