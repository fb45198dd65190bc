"""One step of a pathway: done, or decided against with the reason."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.safeguarding.actions.pathways import answer_step as answer
from bluelamp.safeguarding.models import PathwayStep
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.records import record_step, the_pathway
from bluelamp.safeguarding.rules.pathways import ACTS


class AnswerStepForm(PlainForm):
    """What became of it, in words."""

    done = Segments(label="What became of it", choices=[("yes", "Done"), ("no", "Decided against")])
    words = forms.CharField(
        label="What was done, with whom; or why not", widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Never where they live now",
    )  # fmt: skip


@page(*ACTS)
def answer_step(request: HttpRequest, pk: int) -> HttpResponse:
    """By whoever must act; what must be done is decided against by a supervisor alone."""
    made = PathwayStep.objects.filter(pk=pk).first()
    if made is None:
        raise Http404
    found = the_pathway(request, made.pathway_id)
    pathway = pathways().get(found.kind)
    told = pathway.step(made.code) if pathway else None
    if told is None:
        raise Http404

    def act(given: dict[str, Any]) -> str:
        return answer(step=pk, done=given["done"] == "yes", words=given["words"], **signed(request))

    return record_step(
        request,
        found,
        "pathway",
        form=AnswerStepForm(posted(request)),
        act=act,
        heading="Answer a step",
        lead=f"{told.words}. {told.source}.",
        submit="Save",
    )
