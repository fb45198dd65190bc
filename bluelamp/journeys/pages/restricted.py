"""A restricted record: whom to ask, and, for named roles, opening it with a reason (D10)."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.access.permissions import may_open_by
from bluelamp.access.permissions_check import may
from bluelamp.access.queries import restricted_among
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.journeys.actions.opening import open_with_reason
from bluelamp.verdict import Refused


class ReasonForm(PlainForm):
    """Why you need a record you are not named on."""

    reason = forms.CharField(
        label="Why do you need this record?",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The officer it belongs to reads this and looks at who opened it and why.",
    )


@page()
def restricted(request: HttpRequest, record: str) -> HttpResponse:
    """Says that the record exists and whom to ask, never more; a record that is not restricted is not found here."""
    by = acting(request)
    sight = restricted_among(by, [record]).get(record)
    if sight is None or by.is_partner:
        raise Http404
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            open_with_reason(record=record, reason=reason, by=by, at=clock.now(), key=request_key(request))
            return redirect(_onward(request))
        except Refused as refusal:
            form.refuse(refusal)
    facts = {"sight": sight, "form": form, "may_open": may(by, *may_open_by(record)), "next": _onward(request)}
    return render(request, "journeys/restricted.html", facts, status=422 if form.errors else 200)


def _onward(request: HttpRequest) -> str:
    url = request.POST.get("next") or request.GET.get("next") or "/"
    return url if url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}) else "/"
