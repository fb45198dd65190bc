"""Who answers for a detained person, from the arrest on; handing them to an officer, and taking them back."""

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.keeping_custody import bring_back, hand_to_officer
from bluelamp.custody.desk import officer_named, record_form
from bluelamp.custody.models import CustodyOf, Detention
from bluelamp.design.forms import PlainForm, Segments


class HandForm(PlainForm):
    """To whom, and what for."""

    officer = forms.CharField(label="Collar number of the officer who takes them", max_length=60)
    why = forms.CharField(label="What for", widget=forms.Textarea(attrs={"rows": 2}))

    def clean_officer(self) -> int:
        """The officer who has this collar number, or this user name."""
        return officer_named(self.cleaned_data["officer"]).pk


class BackForm(PlainForm):
    """What the officer who brings them back reports."""

    kept = Segments(label="Were the Act and the Codes kept?", choices=[("yes", "Yes"), ("no", "No")])
    report = forms.CharField(label="What the officer reported", widget=forms.Textarea(attrs={"rows": 3}))


@page("custody.authorise")
def custody_of(request: HttpRequest, pk: int) -> HttpResponse:
    """Every stretch in order, and the one step that may follow."""

    def form(found: Detention) -> PlainForm:
        return HandForm(posted(request)) if with_desk(found) else BackForm(posted(request))

    return record_form(
        request,
        pk,
        form=form,
        act=lambda given: _act(request, pk, given),
        template="custody/custody_of.html",
        context=lambda found: {"stretches": stretches(found), "with_desk": with_desk(found)},
    )


def stretches(found: Detention) -> list[CustodyOf]:
    """From the arrest to now, in order."""
    mine = Q(detention=found) | Q(arrest=found.arrest_id, detention=None, arrest__isnull=False)
    return list(CustodyOf.objects.filter(mine).select_related("officer", "suite").order_by("during"))


def with_desk(found: Detention) -> bool:
    """Whether the custody officer answers for them now."""
    now = CustodyOf.objects.filter(person_id=found.person_id, during__upper_inf=True).first()
    return now is None or now.kind == CustodyOf.Kind.CUSTODY


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if "why" in given:
        return hand_to_officer(detention=pk, officer=given["officer"], why=given["why"], **signed(request))
    return bring_back(detention=pk, complied=given["kept"] == "yes", report=given["report"], **signed(request))
