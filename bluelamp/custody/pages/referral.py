"""Death or serious injury: written down, referred to the IOPC, and the frozen record opened again."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp import clock
from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.referring import open_referral, send_referral, unfreeze
from bluelamp.custody.desk import record_form
from bluelamp.custody.models import Detention
from bluelamp.custody.queries_leaving import referrals_of
from bluelamp.custody.rules.referral import Harm, refer_by
from bluelamp.design.forms import Instant, PlainForm, Segments
from bluelamp.places.law_in_force import law_of


class OpenForm(PlainForm):
    """What happened, and who was told at once."""

    harm = Segments(label="What must be referred?", choices=[("death", "Death"), ("serious_injury", "Serious injury")])
    happened_at = Instant(label="When did it happen?")
    words = forms.CharField(label="What happened", widget=forms.Textarea(attrs={"rows": 5}))
    told = forms.CharField(
        label="Who was told",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The inspector on duty and professional standards, with times; who tells the family",
    )
    reason = forms.CharField(
        label="Why it is written late",
        required=False,
        max_length=300,
        help_text="Only where it happened well before now",
    )


class SendForm(PlainForm):
    """The IOPC has it."""

    reference = forms.CharField(label="The IOPC's reference", max_length=60)


class UnfreezeForm(PlainForm):
    """A superintendent's reason."""

    why = forms.CharField(label="Why the record is opened again", widget=forms.Textarea(attrs={"rows": 4}))


STEPS: dict[str, tuple[type[PlainForm], Callable[..., str], str]] = {
    "open": (OpenForm, open_referral, "Freeze the record"),
    "send": (SendForm, send_referral, "The IOPC has it"),
    "unfreeze": (UnfreezeForm, unfreeze, "Open the record again"),
}


@page("custody.refer")
def referral(request: HttpRequest, pk: int) -> HttpResponse:
    """The step that is next; `?step=open` writes down another harm on a record frozen already."""
    asked = request.POST.get("step") or request.GET.get("step", "")
    steps: dict[str, str] = {}

    def step(found: Detention) -> str:
        return steps.setdefault("step", asked if asked in STEPS else _next(found))

    return record_form(
        request,
        pk,
        form=lambda found: STEPS[step(found)][0](posted(request)),
        act=lambda given: _act(request, pk, steps["step"], given),
        template="custody/referral.html",
        context=lambda found: _context(found, step(found)),
        authority=True,
    )


def _next(found: Detention) -> str:
    waiting = [one for one in referrals_of(found) if one.unfrozen_at is None]
    if any(one.referred_at is None for one in waiting):
        return "send"
    return "unfreeze" if found.frozen_at else "open"


def _context(found: Detention, step: str) -> Mapping[str, object]:
    due = refer_by(known_at=clock.now(), law=law_of("custody"))
    return {"step": step, "submit": STEPS[step][2], "made": referrals_of(found), "due": due}


def _act(request: HttpRequest, pk: int, step: str, given: dict[str, Any]) -> str:
    facts = {**given, "harm": Harm(given["harm"])} if step == "open" else given
    return STEPS[step][1](detention=pk, **facts, **signed(request))
