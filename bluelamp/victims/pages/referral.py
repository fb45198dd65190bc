"""One referral: what the service answered, and then that somebody of it reached the victim."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.victims.actions.referring import answer_referral, service_reached
from bluelamp.victims.models import Referral
from bluelamp.victims.page_of_victim import the_victim, victim_form

ANSWERS = [("accepted", "They take it on"), ("declined", "They cannot help")]


class AnswerForm(PlainForm):
    """The service's answer."""

    answer = forms.ChoiceField(label="What the service answered", choices=ANSWERS, widget=forms.RadioSelect)
    words = forms.CharField(label="What they said", required=False)


class ReachedForm(PlainForm):
    """Who reached them."""

    words = forms.CharField(label="Who of the service reached them, and how", required=False)


@page("victims.tell")
def referral(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of what is waited for now."""
    found = Referral.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    victim = the_victim(request, found.victim_id, page="victims:referral")
    waiting = found.answer == Referral.Answered.WAITING
    return victim_form(
        request,
        victim,
        form=AnswerForm(posted(request)) if waiting else ReachedForm(posted(request)),
        act=answer_referral if waiting else service_reached,
        template="victims/referral.html",
        context={"referral": found},
        referral=pk,
    )
