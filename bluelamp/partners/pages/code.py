"""The door of a link: the code is asked for whatever the link, so that a guessed one looks like any other."""

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.design.forms import PlainForm
from bluelamp.partners.acting_partner import acting_for
from bluelamp.partners.actions.links import try_link
from bluelamp.partners.outside import begin_visit, nothing_here, outside
from bluelamp.partners.queries import living_link, share
from bluelamp.partners.rules.link import code_hash, token_hash
from bluelamp.partners.secrets import fresh_visit


class CodeForm(PlainForm):
    """The code that came another way than the link."""

    code = forms.CharField(
        label="Code",
        max_length=20,
        help_text="Eight digits, given to you apart from the link",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "short"}),
    )


@outside
def code(request: HttpRequest, token: str) -> HttpResponse:
    """A link is spent only by its code, never by being fetched: mail filters open links before people do."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "partners/code.html", {"form": form}, status=422 if form.errors else 200)
    visit = fresh_visit()
    if not _opens(token, form.cleaned_data["code"], visit):
        return nothing_here(request)
    return begin_visit(HttpResponseRedirect(reverse("partners:shared"), status=303), visit)


def _opens(token: str, given: str, visit: str) -> bool:
    at = clock.now()
    link = living_link(token, at=at)
    found = share(link.share_id) if link else None
    if link is None or found is None:
        return False
    by = acting_for(found.partner)
    return try_link(link=link.pk, code_hash=code_hash(token, given), visit_hash=token_hash(visit), by=by, at=at)
