"""A detained child: who was told, the woman who cares for a girl, bail refused, accommodation, the certificate."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions import children
from bluelamp.custody.cells import is_child
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Accommodation, BailRefused, Certificate, Detention, Welfare
from bluelamp.design.forms import PlainForm
from bluelamp.verdict import Refused, refused

STEPS = {
    "told": "The person responsible for their welfare is told",
    "woman": "A girl is in the care of a woman",
    "refuse": "Bail is refused after charge",
    "ask_open": "Local authority asked for accommodation, not secure",
    "ask_secure": "Local authority asked for secure accommodation",
    "offered": "Local authority answers: it offers a place",
    "none": "Local authority answers: none available",
    "impracticable": "Certificate: impracticable to move the child",
    "no_secure_place": "Certificate: 12 or over, no secure place, and another would not protect from serious harm",
}
AUTHORITY = ("refuse", "impracticable", "no_secure_place")


class ChildForm(PlainForm):
    """One step, and its words or name."""

    renamed = {"woman": "step", "told_who": "words", "asked_of": "words"}

    step = forms.ChoiceField(label="What is recorded?", choices=list(STEPS.items()), widget=forms.RadioSelect)
    words = forms.CharField(
        label="Name, or words", widget=forms.Textarea(attrs={"rows": 3}), help_text="For a request: who was spoken to"
    )


@page("custody.authorise", "custody.call")
def child(request: HttpRequest, pk: int) -> HttpResponse:
    """Each step is refused in words where the state does not allow it."""
    return record_form(
        request,
        pk,
        form=lambda _: ChildForm(posted(request)),
        act=lambda given: _act(request, pk, given["step"], given["words"]),
        template="custody/child.html",
        context=_context,
        authority=request.POST.get("step") in AUTHORITY,
    )


def _context(found: Detention) -> dict[str, object]:
    return {
        "child": is_child(found),
        "welfare": Welfare.objects.filter(detention=found).first(),
        "refusal": BailRefused.objects.filter(detention=found).first(),
        "asked": Accommodation.objects.filter(detention=found).order_by("asked_at"),
        "certificate": Certificate.objects.filter(detention=found).first(),
    }


def _act(request: HttpRequest, pk: int, step: str, words: str) -> str:
    who: dict[str, Any] = signed(request)
    if step == "told":
        return children.note_welfare(detention=pk, told_who=words, **who)
    if step == "woman":
        return children.note_welfare(detention=pk, woman=words, **who)
    if step == "refuse":
        return children.refuse_bail_to_child(detention=pk, words=words, **who)
    if step.startswith("ask_"):
        return children.ask_accommodation(detention=pk, asked_of=words, secure=step == "ask_secure", **who)
    if step in ("offered", "none"):
        return children.answer_accommodation(
            accommodation=_unanswered(pk), offered=step == "offered", words=words, **who
        )
    return children.certify(detention=pk, ground=step, words=words, **who)


def _unanswered(pk: int) -> int:
    asked = Accommodation.objects.filter(detention_id=pk, answered_at=None).order_by("asked_at").first()
    if asked is None:
        raise Refused(refused("No request is waiting for an answer.", "PACE s.38(6)", field="step"))
    return asked.pk
