"""Signing one step: passed, or not yet with the reason. Whose signature it needs is said before anything is typed."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.specials.actions.signing import sign_step
from bluelamp.specials.keeping import hand_of
from bluelamp.specials.queries import Stands, steps_of
from bluelamp.specials.record_form import record_form
from bluelamp.specials.rules import pathway


class SignForm(PlainForm):
    """The outcome, and what it rests on."""

    outcome = Segments(label="Outcome", choices=[("passed", "Passed"), ("not_yet", "Not yet")])
    words = forms.CharField(
        label="What it rests on", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Needed for “not yet”. The special may read it: nothing about health, only the result",
    )  # fmt: skip


INSPECTORS = (pathway.ATTESTED, "independent")
"""Steps of authority: a sign-in that is too old is asked for again."""


@page("specials.sign", "specials.coordinate")
def sign(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    """The form is drawn also where passing is refused, with the reason above it: "not yet" may still be signed."""
    return record_form(
        request,
        pk,
        form=lambda _found: _form(request, step),
        act=lambda given: sign_step(
            special=pk, step=step, passed=given["outcome"] == "passed", words=given["words"], **signed(request)
        ),
        template="sign",
        more=lambda found: _facts(request, found, step),
        authority=step in INSPECTORS,
    )


def _form(request: HttpRequest, step: str) -> SignForm:
    form = SignForm(posted(request))
    if step == pathway.ATTESTED:
        form.fields["words"].label = "Which court, and who heard the declaration"
        form.fields["words"].help_text = "Police Act 1996 s.29, Sch. 4"
    return form


def _facts(request: HttpRequest, found: Stands, step: str) -> dict[str, object]:
    rung = next((one for one in steps_of(found.special) if one.key == step), None)
    if rung is None:
        raise Http404
    hand = hand_of(acting(request), found.special)
    verdict = pathway.may_sign(step=rung, standing=found.standing, hand=hand, passed=True, words="given below")
    before = [one for one in found.special.signatures.all() if one.step == step]
    return {"step": rung, "verdict": verdict, "before": before}
