"""A victim reached as agreed, with nothing new to tell: the next time is owed from now."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.people.rules.safe_contact import Way
from bluelamp.victims.actions.agreeing import keep_in_touch
from bluelamp.victims.page_of_victim import the_victim, victim_form


class InTouchForm(PlainForm):
    """How they were reached."""

    way = forms.ChoiceField(
        label="How", choices=[(way.value, way.words.capitalize()) for way in Way], widget=forms.RadioSelect
    )
    words = forms.CharField(label="What was said", required=False, widget=forms.Textarea(attrs={"rows": 3}))


@page("victims.tell")
def in_touch(request: HttpRequest, pk: int) -> HttpResponse:
    """Only a way that is safe now."""
    victim = the_victim(request, pk, page="victims:in_touch")
    return victim_form(
        request, victim, form=InTouchForm(posted(request)), act=keep_in_touch, template="victims/in_touch.html"
    )
