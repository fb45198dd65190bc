"""A supervisor closes a pathway: it was not so after all, or all of it is done."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.pathways import close_pathway as close_it
from bluelamp.safeguarding.records import record_step, the_pathway


class ClosePathwayForm(PlainForm):
    """Why, in words."""

    why = forms.CharField(label="Why it is closed", widget=forms.Textarea(attrs={"rows": 3}))


@page("safeguarding.second_look")
def close_pathway(request: HttpRequest, pk: int) -> HttpResponse:
    """Steps still open are owed no more; one that is overdue stays missed."""
    return record_step(
        request,
        the_pathway(request, pk),
        "pathway",
        form=ClosePathwayForm(posted(request)),
        act=lambda given: close_it(pathway=pk, **given, **signed(request)),
        heading="Close the pathway",
        lead="What was written stays. A step that is overdue stays missed.",
        submit="Close it",
    )
