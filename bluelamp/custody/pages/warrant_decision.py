"""What the court decided on a warrant of further detention: issued for so many hours, or refused."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.applying_for_a_warrant import warrant_issued, warrant_refused
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Application, Detention
from bluelamp.design.forms import Instant, PlainForm, Segments


class WarrantDecisionForm(PlainForm):
    """Issued, with its hours, or refused, with what was said."""

    decision = Segments(label="The court", choices=[("issued", "Issued it"), ("refused", "Refused it")])
    decided_at = Instant(label="When", help_text="The hours of a warrant run from its issue")
    hours = forms.IntegerField(
        label="For how many hours", required=False, min_value=1, max_value=36, help_text="At most 36. PACE s.43(12)"
    )
    words = forms.CharField(label="What the court said", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def clean(self) -> dict[str, Any]:
        """A warrant has hours, a refusal has words."""
        given = super().clean() or {}
        if given.get("decision") == "issued" and not given.get("hours"):
            self.add_error("hours", "Enter for how many hours it was issued")
        return given


@page("custody.arrest", "custody.authorise", "cases.charge")
def warrant_decision(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the detention."""
    return record_form(
        request,
        pk,
        form=lambda _: WarrantDecisionForm(posted(request)),
        act=lambda given: _decide(request, pk, given),
        template="custody/warrant_decision.html",
        context=_waiting,
    )


def _waiting(found: Detention) -> Mapping[str, object]:
    return {"waiting": found.applications.filter(outcome=Application.Outcome.WAITING).first()}


def _decide(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if given["decision"] == "issued":
        return warrant_issued(detention=pk, hours=given["hours"], issued_at=given["decided_at"], **signed(request))
    return warrant_refused(detention=pk, words=given["words"], decided_at=given["decided_at"], **signed(request))
