"""An application to a magistrates' court for a warrant of further detention, or to extend one (PACE s.43, s.44)."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.applying_for_a_warrant import Information, Sitting, apply_for_warrant
from bluelamp.custody.clocks import limit_of, warrant_by
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.design.forms import Instant, PlainForm, Segments


class WarrantForm(PlainForm):
    """The court, the grounds, and when it can sit."""

    court = forms.CharField(label="Court", max_length=80)
    court_can_sit = Segments(
        label="Can the court sit before the limit?", choices=[("yes", "Yes"), ("no", "No")],
        help_text="If it cannot but will within six hours after, the application may be made then. PACE s.43(5)",
    )  # fmt: skip
    court_sits_at = Instant(label="When it sits", required=False)
    grounds = forms.CharField(
        label="Grounds, and the enquiries made and still to make",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="PACE s.43(14)",
    )
    necessary = forms.BooleanField(
        label="Detention is necessary to secure, preserve or obtain evidence", required=False
    )
    diligent = forms.BooleanField(label="The investigation is diligent and expeditious", required=False)
    copy_given = forms.BooleanField(label="The person has been given a copy of the information", required=False)
    why_not_earlier = forms.CharField(
        label="Made after 36 hours: why not before",
        required=False,
        max_length=600,
        help_text="The court dismisses one that it would have been reasonable to make before. PACE s.43(7)",
    )
    new_evidence = forms.CharField(
        label="Refused before: the new evidence", required=False, max_length=600, help_text="PACE s.43(17)"
    )


@page("custody.arrest", "custody.authorise", "cases.charge")
def warrant(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the detention. By a constable on oath; the court hears it in private with the person there."""
    return record_form(
        request,
        pk,
        form=lambda _: WarrantForm(posted(request)),
        act=lambda given: _apply(request, pk, given),
        template="custody/warrant.html",
        context=_context,
        authority=True,
    )


def _context(found: Detention) -> Mapping[str, object]:
    at = clock.now()
    last = limit_of(found, at) if found.warrants else warrant_by(found, at)
    return {"last": last, "before": list(found.applications.select_related("officer"))}


def _apply(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    by_limit = given["court_can_sit"] == "yes"
    names = ("grounds", "necessary", "diligent", "copy_given", "why_not_earlier", "new_evidence")
    return apply_for_warrant(
        detention=pk,
        sitting=Sitting(court=given["court"], can_sit_by_limit=by_limit, sits_at=given["court_sits_at"]),
        information=Information(**{name: given[name] for name in names}),
        **signed(request),
    )
