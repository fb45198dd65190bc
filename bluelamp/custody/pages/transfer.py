"""From suite to suite: leaving with an escort, or arriving where the person is on the way."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.moving_suite import arrive_from_suite, leave_for_suite
from bluelamp.custody.cells import is_child
from bluelamp.custody.desk import record_form
from bluelamp.custody.escort_fields import escort_fields, escorting_of, without_escort
from bluelamp.custody.models import CustodyOf, Detention
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.places.models import Suite


class LeaveForm(PlainForm):
    """Where to, with whom, and why."""

    suite = forms.TypedChoiceField(label="To which suite", coerce=int, widget=forms.RadioSelect)
    why = forms.CharField(label="Why they move", widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, found: Detention, **kwargs: Any) -> None:
        super().__init__(*args, more=escort_fields(child=is_child(found)), **kwargs)
        self.initial["risk"] = ", ".join(found.risk_marks)
        suite: Any = self.fields["suite"]
        suite.choices = list(Suite.objects.exclude(pk=found.suite_id).values_list("pk", "name"))


class ArriveForm(PlainForm):
    """What the escort reports."""

    kept = Segments(label="Were the Act and the Codes kept?", choices=[("yes", "Yes"), ("no", "No")])
    report = forms.CharField(label="What the escort reported", widget=forms.Textarea(attrs={"rows": 3}))


@page("custody.transfer")
def transfer(request: HttpRequest, pk: int) -> HttpResponse:
    """One page for both ends of the move."""

    def form(found: Detention) -> PlainForm:
        return ArriveForm(posted(request)) if moving(found) else LeaveForm(posted(request), found=found)

    return record_form(
        request,
        pk,
        form=form,
        act=lambda given: _act(request, pk, given),
        template="custody/transfer.html",
        context=lambda found: {"moving": moving(found)},
    )


def moving(found: Detention) -> CustodyOf | None:
    """The way to another suite the person is on now."""
    rows = CustodyOf.objects.filter(detention=found, during__upper_inf=True, kind=CustodyOf.Kind.ESCORT)
    return rows.exclude(suite=None).select_related("suite").first()


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if "crew" in given:
        escorting, rest = escorting_of(given), without_escort(given)
        return leave_for_suite(detention=pk, escorting=escorting, **rest, **signed(request))
    said = {"complied": given["kept"] == "yes", "report": given["report"]}
    return arrive_from_suite(detention=pk, **said, **signed(request))
