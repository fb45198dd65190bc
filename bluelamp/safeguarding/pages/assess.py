"""The risk assessment at the scene, on a phone: the answers, what they prompt, and the grade an officer decides."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding.actions.assessing import assess as decide
from bluelamp.safeguarding.question_set_files import question_sets
from bluelamp.safeguarding.rules.assessing import Risk, Said, band, count
from bluelamp.safeguarding.rules.prompts import prompts
from bluelamp.safeguarding.rules.question_sets import QuestionSet
from bluelamp.safeguarding.sight import step, the_domestic

SAID = [(said.value, said.words) for said in Said]
FIRST = "dash_27"
TEMPLATE = "safeguarding/assess.html"


class Question(Segments):
    """A question that everybody is asked, and that may all the same be left: then it was not asked."""

    def validate(self, value: Any) -> None:
        """Nothing chosen is no mistake."""
        if value:
            super().validate(value)


class AssessForm(PlainForm):
    """One segment a question; what is left was not asked, and that is not a "no"."""

    grade = Segments(
        label="The risk you decide", choices=[(risk.value, risk.words) for risk in Risk],
        help_text="Where the answers fall into High, High stands until a supervisor agrees to a lower grade",
    )  # fmt: skip
    reason = forms.CharField(
        label="Why, in your own words", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What you make of the answers. The count alone decides nothing",
    )  # fmt: skip
    observed = forms.CharField(
        label="What you saw and heard yourself", required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed where questions were declined",
    )  # fmt: skip

    def __init__(self, *args: Any, asked: QuestionSet, **kwargs: Any) -> None:
        more = {
            f"q_{each.code}": Question(label=f"{number}. {each.words}", choices=SAID)
            for number, each in enumerate(asked.questions, start=1)
        }
        super().__init__(*args, more=more, **kwargs)

    @property
    def questions(self) -> list[Any]:
        return [self[name] for name in self.fields if name.startswith("q_")]


def answers_of(data: Mapping[str, str], asked: QuestionSet) -> dict[str, Said]:
    """The answers as sent so far; anything else than an answer of the list was not asked."""
    sent = {code: data.get(f"q_{code}", "") for code in asked.codes}
    return {code: Said(one) if one in list(Said) else Said.NOT_ASKED for code, one in sent.items()}


@page("safeguarding.assess")
def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """`?tool=` chooses the set. POST `prompt` shows what the answers prompt; POST decides."""
    found, sets = the_domestic(request, pk), question_sets()
    asked = sets.get(request.GET.get("tool") or FIRST)
    if asked is None:
        raise Http404
    form = AssessForm(posted(request), asked=asked)
    answers = answers_of(request.POST, asked)
    counted = count(answers=answers.values())
    fell_in = band(law_of("safeguarding"), tool=asked.key, count=counted, at=clock.now())
    more = {
        "asked": asked, "sets": sets.values(), "counted": counted if request.method == "POST" else None,
        "band": fell_in, "prompts": prompts(signs=asked.signs(answers)),
    }  # fmt: skip
    if "prompt" in request.POST:
        form.is_valid()
        form.errors.clear()
        back = reverse("desks:domestic", args=[found.pk])
        return render(request, TEMPLATE, {"found": found, "form": form, "back": back, **more})
    return step(
        request,
        found,
        form=form,
        act=lambda given: _decided(request, pk, asked, given),
        heading="Assess the risk",
        submit="Decide this grade",
        template=TEMPLATE,
        more=more,
    )


def _decided(request: HttpRequest, pk: int, asked: QuestionSet, given: dict[str, Any]) -> str:
    return decide(
        domestic=pk,
        tool=asked.key,
        answers={code: given[f"q_{code}"] for code in asked.codes},
        grade=given["grade"],
        reason=given["reason"],
        observed=given["observed"],
        **signed(request),
    )
