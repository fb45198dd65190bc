"""A charged child refused bail: the local authority asked, its answer, or the certificate for the court."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.accommodating import answer_accommodation, ask_accommodation, certify
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Certificate, Detention
from bluelamp.custody.rules.children import Ground
from bluelamp.design.forms import Instant, PlainForm, Segments


class AskForm(PlainForm):
    """Whom and for what."""

    authority = forms.CharField(label="Local authority", max_length=120)
    who = forms.CharField(label="Who was spoken to", max_length=120, required=False)
    secure = Segments(label="What is asked for", choices=[("no", "Accommodation"), ("yes", "Secure accommodation")])
    asked_at = Instant(label="Asked at", help_text="A time earlier than now needs a reason")
    reason_late = forms.CharField(label="Why it is written late, if it is", required=False, max_length=300)


class AnswerForm(PlainForm):
    """What was answered."""

    offered = Segments(label="Their answer", choices=[("yes", "A place is offered"), ("no", "No place")])
    answer = forms.CharField(label="In their words", widget=forms.Textarea(attrs={"rows": 3}))


class CertifyForm(PlainForm):
    """Why the child is kept all the same; nothing but these two grounds will do."""

    ground = Segments(
        label="Why the child is kept here",
        choices=[
            (Ground.IMPRACTICABLE.value, "Impracticable to move the child"),
            (Ground.NO_SECURE_PLACE.value, "12 or over, and no secure place"),
        ],
    )
    words = forms.CharField(label="Why, for the court", widget=forms.Textarea(attrs={"rows": 3}))
    harm_words = forms.CharField(
        label="Why other accommodation would not protect the public from serious harm",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


FORMS: dict[str, type[PlainForm]] = {"ask": AskForm, "answer": AnswerForm, "certify": CertifyForm}


@page("custody.authorise")
def accommodation(request: HttpRequest, pk: int) -> HttpResponse:
    """One step at a time: ask, write the answer, and only then certify; `?step=` goes to another."""

    def form(found: Detention) -> PlainForm:
        step = step_of(request, found)
        return FORMS[step](
            posted(request), initial={"asked_at": clock.now(), "authority": "Hertfordshire County Council"}
        )

    return record_form(
        request,
        pk,
        form=form,
        act=lambda given: _act(request, pk, given),
        template="custody/accommodation.html",
        context=lambda found: {
            "step": step_of(request, found),
            "asked": list(found.accommodation.order_by("-asked_at")),
            "certificate": Certificate.objects.filter(detention=found).first(),
        },
    )


def step_of(request: HttpRequest, found: Detention) -> str:
    """The step asked for, else the next in order."""
    asked = request.GET.get("step", "")
    if asked in FORMS:
        return asked
    last = found.accommodation.order_by("-asked_at").first()
    if last is None:
        return "ask"
    return "answer" if last.answered_at is None else "certify"


def _act(request: HttpRequest, pk: int, given: dict[str, Any]) -> str:
    if "secure" in given:
        return ask_accommodation(detention=pk, **{**given, "secure": given["secure"] == "yes"}, **signed(request))
    if "offered" in given:
        offered = given["offered"] == "yes"
        return answer_accommodation(detention=pk, offered=offered, answer=given["answer"], **signed(request))
    return certify(detention=pk, **given, **signed(request))
