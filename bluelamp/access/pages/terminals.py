"""Shared terminals: enrol the browser you sit at, retire one that is shared no longer."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from bluelamp import clock
from bluelamp.access.actions.signing_in import enrol_terminal, retire_terminal
from bluelamp.access.guard import acting, page
from bluelamp.access.models import Terminal
from bluelamp.access.terminals import mark_browser, terminal_of
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.verdict import Refused


class TerminalForm(PlainForm):
    """A name nobody else uses and the desk it stands at."""

    name = forms.CharField(label="Name of this terminal", max_length=60)
    desk = forms.CharField(label="Desk", max_length=60, help_text="For example: dispatch 2, custody desk")


@page("access.grant_roles")
def terminals(request: HttpRequest) -> HttpResponse:
    """All shared terminals, and the form that makes this browser one."""
    form = TerminalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _enrol(request, form)
        except Refused as refusal:
            form.refuse(refusal)
    facts = {"form": form, "terminals": Terminal.objects.order_by("name"), "this": terminal_of(request)}
    return render(request, "access/terminals.html", facts, status=422 if form.errors else 200)


@page("access.grant_roles")
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """This terminal is shared no longer."""
    if Terminal.objects.filter(pk=pk, retired_at=None).exists():
        retire_terminal(terminal=pk, by=acting(request), at=clock.now(), key=request_key(request))
    return redirect("access:terminals")


def _enrol(request: HttpRequest, form: TerminalForm) -> HttpResponse:
    reference = enrol_terminal(**form.cleaned_data, by=acting(request), at=clock.now(), key=request_key(request))
    response = redirect("access:terminals")
    mark_browser(response, int(reference.partition(":")[2]))
    return response
