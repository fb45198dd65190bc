"""An arrest for another offence of somebody in detention already; their clock stays the same (PACE s.31, s.41(4))."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.access.queries import may_see
from bluelamp.calls.models import Incident
from bluelamp.calls.queries import incident_numbered
from bluelamp.custody.actions.arresting import Offence
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Arrest, Detention
from bluelamp.custody.rules.arrest import Arresting, Necessity, caution
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.journeys.actions.arrest import arrest_again
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import insist


class FurtherArrestForm(PlainForm):
    """The offence, the grounds, and why arrest is necessary."""

    offence_words = forms.CharField(label="Offence", max_length=200)
    offence_code = forms.CharField(label="Offence code", max_length=12)
    tried = Segments(label="How is it tried?", choices=Arrest.OffenceClass.choices)
    domestic = Segments(label="Domestic abuse?", choices=[("yes", "Yes"), ("no", "No")])
    suspicion = forms.CharField(
        label="What makes you suspect them", widget=forms.Textarea(attrs={"rows": 3}), help_text="PACE s.24(1) to (3)"
    )
    necessary = forms.CharField(
        label="Why they would be arrested if released",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="For the prompt and effective investigation. PACE s.31, s.24(5)(e)",
    )
    incident = forms.CharField(
        label="Incident it is about",
        required=False,
        max_length=30,
        help_text="Its number and day, as 41 of 20 Nov 2026, where it is another. Its victims are owed word",
    )
    caution_reply = forms.CharField(label="What they said after caution", required=False, max_length=1000)

    def clean_incident(self) -> Incident | None:
        """The incident with that number."""
        given = self.cleaned_data["incident"].strip()
        found = incident_numbered(given) if given else None
        if given and found is None:
            raise ValidationError("There is no such incident. Write it as 41 of 20 Nov 2026.")
        return found


@page("custody.arrest", "custody.authorise")
def further_arrest(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the detention."""
    return record_form(
        request,
        pk,
        form=lambda _: FurtherArrestForm(posted(request)),
        act=lambda given: _arrest(request, pk, given),
        template="journeys/further_arrest.html",
        context=_context,
    )


def _context(found: Detention) -> Mapping[str, object]:
    return {
        "caution": caution(on_charge=False, law=law_of("custody"), at=clock.now()),
        "others": list(found.further_arrests.order_by("arrested_at")),
    }


def _arrest(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    incident: Incident | None = given["incident"]
    if incident:
        insist(may_see(acting(request), incident.ref))
    return arrest_again(
        detention=pk,
        officer=acting(request).number,
        offence=Offence(
            code=given["offence_code"],
            words=given["offence_words"],
            tried=given["tried"],
            domestic=given["domestic"] == "yes",
        ),
        grounds=Arresting(
            suspicion=given["suspicion"],
            necessity=(Necessity(code="prompt_and_effective_investigation", grounds=given["necessary"]),),
            voluntary_considered=True,
            voluntary_why="In detention already",
        ),
        caution_reply=given["caution_reply"],
        incident=incident.pk if incident else None,
        **signed(request),
    )
