"""Writing down what a victim asks: a message, a complaint, a review, compensation, expenses, their things."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.actions.asking import ask as keep_asked
from bluelamp.victims.models import Telling
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.rules.matters import Matter
from bluelamp.victims.rules.review import REVIEWABLE, in_time
from bluelamp.victims.rules.telling import Step


class AskForm(PlainForm):
    """What, and in which words."""

    matter = forms.ChoiceField(
        label="What they ask", choices=[(one.value, one.words) for one in Matter], widget=forms.RadioSelect
    )
    decision = forms.ChoiceField(label="For a review: which decision", required=False, widget=forms.RadioSelect)
    words = forms.CharField(label="In their words", required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, decisions: list[Telling], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        decision: Any = self.fields["decision"]
        decision.choices = [("", "None"), *((str(one.pk), Step(one.step).words) for one in decisions)]
        law, at = law_of("victims"), clock.now()
        decision.choice_hints = {str(one.pk): in_time(law, told_at=one.told_at, at=at).words for one in decisions}

    def clean_decision(self) -> int | None:
        """The decision's number, or none."""
        return int(self.cleaned_data["decision"]) if self.cleaned_data["decision"] else None


@page("victims.tell", "victims.record")
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer is owed from now."""
    victim = the_victim(request, pk, page="victims:ask")
    decisions = list(Telling.objects.filter(victim=victim, step__in=REVIEWABLE, reviews=None).order_by("-happened_at"))
    form = AskForm(posted(request), decisions=decisions, initial={"matter": Matter.MESSAGE.value})
    return victim_form(request, victim, form=form, act=keep_asked, template="victims/ask.html")
