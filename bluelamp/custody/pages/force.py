"""Force used in custody: what, why, and whether anybody was hurt."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.overseeing import INJURIES, TACTICS, record_force
from bluelamp.custody.desk import record_form
from bluelamp.design.forms import Instant, PlainForm, Segments


class ForceForm(PlainForm):
    """One use of force by one officer."""

    tactics = forms.MultipleChoiceField(
        label="What was used", choices=list(TACTICS.items()), widget=forms.CheckboxSelectMultiple
    )
    why = forms.CharField(label="Why it was necessary", widget=forms.Textarea(attrs={"rows": 3}))
    injury = Segments(label="Who was hurt", choices=list(INJURIES.items()))
    injury_words = forms.CharField(label="What injury, and who looked at it", required=False, max_length=500)
    used_at = Instant(label="When", help_text="A time earlier than now needs a reason")
    reason_late = forms.CharField(label="Why it is written late, if it is", required=False, max_length=300)


@page("custody.call", "custody.transfer")
def force(request: HttpRequest, pk: int) -> HttpResponse:
    """Counted in the returns by age and self-defined ethnicity, never by name."""
    return record_form(
        request,
        pk,
        form=lambda _: ForceForm(posted(request), initial={"used_at": clock.now()}),
        act=lambda given: record_force(detention=pk, **given, **signed(request)),
        template="custody/force.html",
    )
