"""Opening a pathway at an incident, where nobody need be personally connected: stalked or strangled by a stranger."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.calls.models import Incident
from bluelamp.calls.pages.incident_page import the_incident
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.alone import open_at_incident
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.victims.queries import victims_of


class OpenAloneForm(PlainForm):
    """Which one, about whom, and what makes the officer think so."""

    kind = forms.ChoiceField(label="Pathway", widget=forms.RadioSelect)
    victim = forms.ChoiceField(label="Whom it is about", required=False)
    words = forms.CharField(
        label="What you saw or heard that makes you think so", widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, incident: Incident, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(one.key, one.name) for one in pathways().values() if one.alone]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        named = [(str(one.pk), one.person.name) for one in victims_of(incident.pk)]
        self.fields["victim"].choices = named or [("", "Nobody is named yet")]  # type: ignore[attr-defined]


@page("safeguarding.assess")
def open_alone(request: HttpRequest, incident: int) -> HttpResponse:
    """Its steps are owed from then on, and a risk assessment by the end of the shift. It makes nothing domestic."""
    found = the_incident(request, incident)

    def act(given: dict[str, Any]) -> str:
        victim = int(given["victim"]) if given["victim"] else None
        return open_at_incident(
            incident=found.pk, kind=given["kind"], words=given["words"], victim=victim, **signed(request)
        )

    return form_page(
        request,
        form=OpenAloneForm(posted(request), incident=found),
        act=act,
        then=lambda ref: reverse("safeguarding:pathway", args=[ref.partition(":")[2]]),
        template="calls/incident_form.html",
        context={
            "incident": found,
            "heading": "Open a pathway",
            "lead": "A stranger, a neighbour or a colleague stalks too. In doubt, open it: a supervisor closes it.",
            "submit": "Open it",
        },
    )
