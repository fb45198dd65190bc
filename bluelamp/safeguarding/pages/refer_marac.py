"""Referring a case to the multi-agency meeting."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.design.forms import PlainForm
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.actions.meetings import refer_to_meeting
from bluelamp.safeguarding.history import criteria_of
from bluelamp.safeguarding.rules.marac import next_meeting
from bluelamp.safeguarding.sight import step, the_domestic


class ReferMaracForm(PlainForm):
    """Why, and whether it can wait."""

    reason = forms.CharField(label="Why the bodies need to hear it", widget=forms.Textarea(attrs={"rows": 4}))
    urgent = forms.BooleanField(
        label="It cannot wait for the meeting", required=False, help_text="The bodies then speak together within hours"
    )


@page("safeguarding.refer")
def refer_marac(request: HttpRequest, pk: int) -> HttpResponse:
    """The criteria are worked out and shown; whoever refers says why in words."""
    found, at = the_domestic(request, pk), clock.now()
    met = " ".join(reason.words for reason in criteria_of(found, at=at))
    day = spoken_day(next_meeting(law_of("safeguarding"), referred_on=local_day(at)))
    return step(
        request,
        found,
        form=ReferMaracForm(posted(request)),
        act=lambda given: refer_to_meeting(domestic=pk, **given, **signed(request)),
        heading="Refer to the meeting",
        lead=f"{met or 'No criterion is met yet.'} The next list that is open: {day}.",
        submit="Refer",
    )
