"""Answering what a victim asked; a review by somebody independent of rank. Telling them is still owed after it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.victims.actions.asking import answer as keep_answer
from bluelamp.victims.models import Asked
from bluelamp.victims.page_of_victim import the_victim, victim_form
from bluelamp.victims.rules.matters import Matter
from bluelamp.victims.rules.telling import Step

OUTCOMES = {
    Matter.REVIEW.value: [("upheld", "The decision stands"), ("changed", "The decision is changed")],
    Matter.EXPENSES.value: [("paid", "Paid"), ("not paid", "Not paid")],
    Matter.PROPERTY.value: [("given back", "Given back"), ("still needed", "Still needed")],
}
NOT_TAKEN = ("not_taken", "It came too late and is not looked at: the reason stands below")


class AnswerForm(PlainForm):
    """In writing, as they will read it."""

    outcome = forms.ChoiceField(label="What came of it", required=False, widget=forms.RadioSelect)
    words = forms.CharField(
        label="The answer, as they will read it", required=False, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, *args: Any, matter: str, late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if matter in OUTCOMES:
            more = [NOT_TAKEN] if late else []
            self.fields["outcome"].choices = [*OUTCOMES[matter], *more]  # type: ignore[attr-defined]
        else:
            del self.fields["outcome"]


@page("victims.tell", "victims.review")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """One answer to one thing asked."""
    found = Asked.objects.select_related("decision").filter(pk=pk).first()
    if found is None:
        raise Http404
    victim = the_victim(request, found.victim_id, page="victims:answer")
    decision = Step(found.decision.step).words if found.decision else ""
    return victim_form(
        request,
        victim,
        form=AnswerForm(posted(request), matter=found.matter, late=found.late),
        act=keep_answer,
        template="victims/answer.html",
        context={"asked": found, "decision": decision},
        asked=pk,
    )
