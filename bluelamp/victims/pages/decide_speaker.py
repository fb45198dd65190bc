"""Who speaks for a victim became a suspect: they do so no more, or a supervisor lets them go on."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.victims.actions.conflicts import decide_speaker as decide
from bluelamp.victims.others import may_speak_still
from bluelamp.victims.page_of_victim import the_victim, victim_form


class DecideForm(PlainForm):
    """What is decided, and why."""

    stays = Segments(
        label="What is decided?",
        choices=[("no", "They speak for the victim no more"), ("yes", "They go on: a supervisor decides that")],
    )
    why = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 3}))


@page("victims.record", "victims.tell", "victims.supervise")
def decide_speaker(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the victim."""
    victim = the_victim(request, pk, page="victims:decide_speaker")

    def act(stays: str, **said: Any) -> str:
        return decide(stays=stays == "yes", **said)

    doubt = may_speak_still(victim)
    context = {"doubt": "" if doubt.allowed else doubt.words}
    form = DecideForm(posted(request))
    return victim_form(request, victim, form=form, act=act, template="victims/decide_speaker.html", context=context)
