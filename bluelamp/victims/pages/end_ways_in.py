"""A victim's phone is lost or in the wrong hands: whatever was given out before opens their own page no more."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.victims.actions import passkeys
from bluelamp.victims.models import Invitation, OwnPasskey, OwnVisit
from bluelamp.victims.page_of_victim import the_victim, victim_form


class EndWaysInForm(PlainForm):
    """What happened, and whether somebody else has the phone."""

    why = forms.CharField(label="What happened, and who said so", widget=forms.Textarea(attrs={"rows": 3}))
    in_hands = forms.BooleanField(
        label="Somebody else has the phone", required=False,
        help_text="Then nothing leaves by phone, text or email until you have checked it with them, in person",
    )  # fmt: skip


@page("victims.invite", "ledger.erase")
def end_ways_in(request: HttpRequest, pk: int) -> HttpResponse:
    """An open page shuts at the next touch; a new link and code bring them back."""
    victim = the_victim(request, pk, page="victims:end_ways_in")
    context = {
        "passkeys": OwnPasskey.objects.filter(victim=victim, forgotten_at=None).count(),
        "visits": OwnVisit.objects.filter(victim=victim, ended_at=None).count(),
        "links": Invitation.objects.filter(victim=victim, used_at=None, taken_back_at=None).count(),
    }
    return victim_form(
        request,
        victim,
        form=EndWaysInForm(posted(request)),
        act=passkeys.end_ways_in,
        template="victims/end_ways_in.html",
        context=context,
    )
