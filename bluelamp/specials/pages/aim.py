"""Saying what one is here for."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.giving import set_aim
from bluelamp.specials.models import AIMS
from bluelamp.specials.own_form import own_form
from bluelamp.specials.queries import special_of


class AimForm(PlainForm):
    """Career, community, or not sure yet."""

    aim = forms.ChoiceField(label="What are you here for?", choices=AIMS, widget=forms.RadioSelect)


@page("specials.mine")
def aim(request: HttpRequest) -> HttpResponse:
    """It opens the pathway into the regulars for those who want it, and changes nothing else."""
    special = special_of(acting(request).officer_id)
    return own_form(
        request,
        form=AimForm(posted(request), initial={"aim": special.aim if special else ""}),
        act=lambda given: set_aim(**given, **signed(request)),
        template="aim",
        part="regulars",
    )
