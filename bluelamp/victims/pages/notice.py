"""The notice to a victim that somebody else is asked for information about them: its words, how it was given."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.victims.actions.information import give_notice, take_back_request
from bluelamp.victims.models import InformationRequest
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.rules.information import Notice, View


class NoticeForm(PlainForm):
    """How they have it, and what they say of it."""

    notice = forms.ChoiceField(
        label="How they have the notice", choices=[(one.value, one.words) for one in Notice], widget=forms.RadioSelect
    )
    why_not = forms.CharField(label="Where it was not given: what makes that true here", required=False, max_length=500)
    view = forms.ChoiceField(
        label="What they say of it",
        choices=[(one.value, one.words) for one in View],
        widget=forms.RadioSelect,
        help_text="It is no consent. Saying nothing is not agreeing",
    )
    view_words = forms.CharField(label="In their words", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class BackForm(PlainForm):
    """Why it is not needed any more."""

    why = forms.CharField(label="Take it back: why", widget=forms.Textarea(attrs={"rows": 2}))


@page("victims.tell")
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the request. Once it went, it can only be taken back."""
    found = InformationRequest.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    victim = the_victim(request, found.victim_id, page="victims:notice")
    back = found.sent_at is not None or request.GET.get("back") == "yes"
    form: PlainForm = BackForm(posted(request)) if back else NoticeForm(posted(request))

    def act(**given: Any) -> str:
        return take_back_request(**given) if back else give_notice(**given)

    return victim_form(
        request,
        victim,
        form=form,
        act=act,
        template="victims/notice.html",
        context={"found": found, "taking_back": back},
        information=pk,
    )
