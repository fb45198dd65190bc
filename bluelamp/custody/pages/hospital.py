"""To hospital and back: both clocks stand still meanwhile, except while police question there."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.hospital import go_to_hospital, return_from_hospital
from bluelamp.custody.cells import is_child
from bluelamp.custody.desk import record_form
from bluelamp.custody.escort_fields import escort_fields, escorting_of, without_escort
from bluelamp.custody.models import Detention
from bluelamp.design.forms import Instant, PlainForm, Segments


class LeaveForm(PlainForm):
    """Why the person goes and where, and the escort record: nothing of it keeps them from a doctor."""

    why = forms.CharField(label="Why they go", widget=forms.Textarea(attrs={"rows": 2}))
    where = forms.CharField(label="Which hospital", max_length=100)

    def __init__(self, *args: Any, found: Detention, **kwargs: Any) -> None:
        super().__init__(*args, more=escort_fields(child=is_child(found)), **kwargs)
        self.initial["risk"] = ", ".join(found.risk_marks)


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
        form=lambda found: ReturnForm(posted(request)) if away(found) else LeaveForm(posted(request), found=found),
        act=lambda given: _act(request, pk, given),
        template="custody/hospital.html",
        context=lambda found: {"away": away(found)},
    )


def away(found: Detention) -> Any:
    """The visit the person is on now; None where they are here."""
    return next((each for each in found.absences.all() if each.returned_at is None), None)


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if "crew" in given:
        escorting, rest = escorting_of(given), without_escort(given)
        return go_to_hospital(detention=pk, escorting=escorting, **rest, **signed(request))
    rest = {name: value for name, value in given.items() if name != "kept"}
    return return_from_hospital(detention=pk, complied=given["kept"] == "yes", **rest, **signed(request))
