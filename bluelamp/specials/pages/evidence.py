"""Putting down evidence for one step of the pathway into the regulars."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import acting, page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.into_regulars import put_evidence
from bluelamp.specials.own_form import own_form
from bluelamp.specials.queries import special_of
from bluelamp.specials.rules import regulars


class EvidenceForm(PlainForm):
    """In one's own words."""

    words = forms.CharField(
        label="What shows it", max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Log numbers and dates; no name of a victim or a suspect",
    )  # fmt: skip


@page("specials.mine")
def evidence(request: HttpRequest, step: str) -> HttpResponse:
    """What was written before is there to be written on."""
    rung, special = regulars.BY_KEY.get(step), special_of(acting(request).officer_id)
    if rung is None:
        raise Http404
    before = special.evidence.filter(step=step).first() if special else None
    return own_form(
        request,
        form=EvidenceForm(posted(request), initial={"words": before.words if before else ""}),
        act=lambda given: put_evidence(step=step, **given, **signed(request)),
        template="evidence",
        part="regulars",
        context={"step": rung, "before": before},
    )
