"""To hospital and back: both clocks stand still meanwhile, except while police question there."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.hospital import go_to_hospital, return_from_hospital
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.design.forms import Instant, PlainForm, Segments


class LeaveForm(PlainForm):
    """Why the person goes."""

    escort = forms.CharField(
        label="Who goes with them",
        max_length=120,
        help_text="They answer for the person until the return. PACE s.39(2)",
    )
    why = forms.CharField(label="Why they go", widget=forms.Textarea(attrs={"rows": 3}))


class ReturnForm(PlainForm):
    """Whether police asked questions there to obtain evidence: that time counts."""

    questioned_from = Instant(label="Questioned there from", required=False, help_text="Leave empty if not questioned")
    questioned_to = Instant(label="Questioned there until", required=False)
    kept = Segments(label="Were the Act and the Codes kept?", choices=[("yes", "Yes"), ("no", "No")])
    report = forms.CharField(
        label="What the escort reported", widget=forms.Textarea(attrs={"rows": 3}), help_text="PACE s.39(3)"
    )

    def clean(self) -> dict[str, Any]:
        """Both times or neither, in their order."""
        given = super().clean() or {}
        began, ended = given.get("questioned_from"), given.get("questioned_to")
        if bool(began) != bool(ended):
            self.add_error("questioned_to", "Enter when questioning began and when it ended, or neither")
        elif began and ended and ended <= began:
            self.add_error("questioned_to", "Questioning ended before it began")
        return given


@page("custody.transfer")
def hospital(request: HttpRequest, pk: int) -> HttpResponse:
    """One page: leaving, or coming back where the person is away."""
    return record_form(
        request,
        pk,
        form=lambda found: (ReturnForm if away(found) else LeaveForm)(posted(request)),
        act=lambda given: _act(request, pk, given),
        template="custody/hospital.html",
        context=lambda found: {"away": away(found)},
    )


def away(found: Detention) -> Any:
    """The visit the person is on now; None where they are here."""
    return next((each for each in found.absences.all() if each.returned_at is None), None)


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    act: Any = go_to_hospital if "why" in given else return_from_hospital
    if "kept" in given:
        given = {**given, "complied": given["kept"] == "yes"}
        del given["kept"]
    return str(act(detention=pk, **given, **signed(request)))
