"""Officers and their roles: the list, and the form that opens an account."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from bluelamp import clock
from bluelamp.access.actions.enrolling import enrol
from bluelamp.access.guard import acting, page
from bluelamp.access.models import REGULAR_RANKS, Officer
from bluelamp.access.queries import officers as all_officers
from bluelamp.access.roles import roles
from bluelamp.design.forms import PlainForm, request_key
from bluelamp.verdict import Refused


class EnrolForm(PlainForm):
    """What an account needs. The first sign-in is by a password that an administrator hands over."""

    user_name = forms.CharField(label="User name", max_length=60)
    name = forms.CharField(label="Name", max_length=120)
    collar_number = forms.CharField(label="Collar number", max_length=12, required=False)
    regular_rank = forms.ChoiceField(label="Regular rank", choices=list(REGULAR_RANKS.items()), required=False)
    special_grade = forms.CharField(
        label="Special grade", max_length=40, required=False, help_text="A special grade is not a rank"
    )
    team = forms.CharField(label="Team", max_length=60, required=False)


@page("access.grant_roles")
def officers(request: HttpRequest) -> HttpResponse:
    """Search officers by name, user name, collar number or team."""
    wanted = request.GET.get("q", "").strip()
    return render(request, "access/officers.html", {"officers": _rows(_found(wanted)), "q": wanted})


@page("access.grant_roles")
def enrol_officer(request: HttpRequest) -> HttpResponse:
    """Open an account and go to its roles."""
    form = EnrolForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            reference = enrol(**form.cleaned_data, by=acting(request), at=clock.now(), key=request_key(request))
            return redirect("access:officer", pk=int(reference.partition(":")[2]))
        except Refused as refusal:
            form.refuse(refusal)
    return render(request, "access/enrol_officer.html", {"form": form}, status=422 if form.errors else 200)


def _found(wanted: str) -> QuerySet[Officer]:
    where = Q(name__icontains=wanted) | Q(user_name__icontains=wanted) | Q(team__icontains=wanted)
    return all_officers().filter(where | Q(collar_number=wanted)).order_by("name")[:200]


def _rows(found: QuerySet[Officer]) -> list[dict[str, Any]]:
    return [{"officer": one, "roles": [roles()[key].words for key in _held(one) if key in roles()]} for one in found]


def _held(officer: Officer) -> list[str]:
    return list(getattr(officer, "role_keys", []))
