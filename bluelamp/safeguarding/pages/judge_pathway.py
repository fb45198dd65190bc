"""The risk on a pathway that stands alone, decided by an officer in words."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.safeguarding.actions.alone import judge
from bluelamp.safeguarding.records import record_step, the_pathway
from bluelamp.safeguarding.rules.assessing import Risk

ASKED = "How often and how near, what changed of late, threats, weapons, who else is used, and what they fear most."


class JudgePathwayForm(PlainForm):
    """The grade, and why."""

    grade = Segments(label="Risk that you decide", choices=[(risk.value, risk.words) for risk in Risk])
    reason = forms.CharField(
        label="Why this risk, in your own words", widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Never where they live now",
    )  # fmt: skip


@page("safeguarding.assess")
def judge_pathway(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps the promise of an assessment; nothing is counted."""
    return record_step(
        request,
        the_pathway(request, pk),
        "pathway",
        form=JudgePathwayForm(posted(request)),
        act=lambda given: judge(pathway=pk, **given, **signed(request)),
        heading="Assess the risk",
        lead=ASKED,
        submit="Decide",
    )
