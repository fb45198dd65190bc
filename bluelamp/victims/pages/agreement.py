"""How often a victim hears from us: agreed with them, and changed when they wish."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.victims.actions.agreeing import agree_frequency
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.rules.agreement import Frequency


class AgreementForm(PlainForm):
    """How often, and their words where it is less than the Code gives."""

    frequency = forms.ChoiceField(
        label="How often", choices=[(one.value, one.words) for one in Frequency], widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="What they said", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Needed where they want to hear less",
    )  # fmt: skip


@page("victims.tell", "victims.record")
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """What they no longer want is not owed any more."""
    victim = the_victim(request, pk, page="victims:agreement")
    form = AgreementForm(posted(request), initial={"frequency": victim.frequency})
    return victim_form(request, victim, form=form, act=agree_frequency, template="victims/agreement.html")
