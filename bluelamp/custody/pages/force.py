"""Force used on a detained person."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.treating import INJURIES, TACTICS, use_of_force
from bluelamp.custody.desk import record_form
from bluelamp.design.forms import Instant, PlainForm, Segments


class ForceForm(PlainForm):
    """Tactics, by whom, why, and whether anybody was hurt."""

    tactics = forms.MultipleChoiceField(
        label="What was used", choices=list(TACTICS.items()), widget=forms.CheckboxSelectMultiple
    )
    used_by = forms.CharField(label="Used by", max_length=200)
    why = forms.CharField(label="Why it was necessary", widget=forms.Textarea(attrs={"rows": 3}))
    injury = Segments(label="Injury", choices=list(INJURIES.items()))
    injury_words = forms.CharField(label="Injury in words", max_length=300, required=False)
    used_at = Instant(label="When, if not now", required=False)
    reason = forms.CharField(label="Why it is written later", max_length=200, required=False)


@page("custody.transfer", "custody.arrest", "custody.authorise")
def force(request: HttpRequest, pk: int) -> HttpResponse:
    """Force used on a detained person."""
    return record_form(
        request,
        pk,
        form=lambda _: ForceForm(posted(request)),
        act=lambda given: use_of_force(detention=pk, **given, **signed(request)),
        template="custody/force.html",
    )
