"""Writing down training that was not booked on as duty."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import Instant, PlainForm
from bluelamp.specials.actions.giving import give_training
from bluelamp.specials.own_form import own_form


class TrainedForm(PlainForm):
    """What, when, how long."""

    what = forms.CharField(label="What it was", max_length=120, help_text="Such as: training evening, phase 2")
    starts = Instant(label="From")
    minutes = forms.IntegerField(
        label="How many minutes", min_value=1, widget=forms.NumberInput(attrs={"inputmode": "numeric"})
    )


@page("specials.mine")
def trained(request: HttpRequest) -> HttpResponse:
    """Duty is counted by booking on and off; this is for what no one books."""
    return own_form(
        request,
        form=TrainedForm(posted(request)),
        act=lambda given: give_training(**given, **signed(request)),
        template="trained",
        part="worked",
    )
