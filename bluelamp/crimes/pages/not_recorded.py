"""Deciding that no crime is recorded: the reason, its words, and whether the victim has been told (H3)."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, signed
from bluelamp.access.guard import page
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.crimes.actions.recording import decide_not_to_record
from bluelamp.crimes.rules.recording import NotRecording, ReasonNotToRecord
from bluelamp.design.forms import PlainForm

REASONS = [(reason.value, reason.words) for reason in ReasonNotToRecord]


class NotRecordedForm(PlainForm):
    """The reasons of the rules; that the victim does not want it is not among them."""

    reason = forms.ChoiceField(label="Reason", choices=REASONS, widget=forms.RadioSelect)
    words = forms.CharField(label="Why, in words", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    reference = forms.CharField(
        label="Number of the other crime or force", required=False, help_text="Where the reason names one."
    )
    told = forms.BooleanField(label="The victim has been told", required=False)
    no_victim = forms.BooleanField(label="There is no victim", required=False)
    why_not_told = forms.CharField(label="If not told yet, why", required=False)


@page("crimes.record", "crimes.decide")
def not_recorded(request: HttpRequest, incident: int) -> HttpResponse:
    """Keeps the promise of a decision within 24 hours."""
    found = the_incident(request, incident)

    def act(given: dict[str, object]) -> str:
        decision = NotRecording(
            reason=ReasonNotToRecord(str(given["reason"])),
            words=str(given["words"]),
            reference=str(given["reference"]),
            victim_told_at=clock.now() if given["told"] else None,
            no_victim=bool(given["no_victim"]),
            why_not_told=str(given["why_not_told"]),
        )
        return decide_not_to_record(incident=found.pk, decision=decision, **signed(request))

    return form_page(
        request,
        form=NotRecordedForm(request.POST or None),
        act=act,
        then=reverse("desks:incident", args=[found.pk]),
        template="calls/incident_form.html",
        context={"incident": found, "heading": "Decide that no crime is recorded", "submit": "Decide"},
    )
