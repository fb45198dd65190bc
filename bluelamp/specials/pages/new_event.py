"""Making an event that specials may sign up for."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.specials.actions.occasions import make_occasion


class NewEventForm(PlainForm):
    """What, where, when, how many, and who leads."""

    title = forms.CharField(label="What it is", max_length=120)
    place = forms.CharField(label="Where", max_length=200)
    starts = Instant(label="From")
    ends = Instant(label="Until")
    wanted = forms.IntegerField(label="How many specials", min_value=1, max_value=200)
    supervised = forms.BooleanField(
        label="A supervisor manages it and is there", required=False, help_text="Needed for those on directed patrol"
    )
    training = forms.BooleanField(label="It is training", required=False, help_text="Open to all, also before patrol")
    words = forms.CharField(
        label="What to bring, where to meet", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


@page("specials.coordinate")
def new_event(request: HttpRequest) -> HttpResponse:
    """Then to the event's own page."""
    return form_page(
        request,
        form=NewEventForm(posted(request)),
        act=lambda given: make_occasion(**given, **signed(request)),
        then=lambda made: reverse("specials:event", args=[made.partition(":")[2]]),
        template="specials/new_event.html",
    )
