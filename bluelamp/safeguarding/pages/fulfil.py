"""A body has done what it undertook."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.meetings import fulfil as fulfilled
from bluelamp.safeguarding.models import MaracAction
from bluelamp.safeguarding.records import record_step, the_case


class FulfilForm(PlainForm):
    """What was done."""

    words = forms.CharField(label="What was done", widget=forms.Textarea(attrs={"rows": 3}))


@page("safeguarding.marac")
def fulfil(request: HttpRequest, pk: int) -> HttpResponse:
    """In the words of the body."""
    made = MaracAction.objects.filter(pk=pk).select_related("body").first()
    if made is None:
        raise Http404
    return record_step(
        request,
        the_case(request, made.case_id),
        "case",
        form=FulfilForm(posted(request)),
        act=lambda given: fulfilled(undertaking=pk, **given, **signed(request)),
        heading="It is done",
        lead=f"{made.whose}: {made.words}",
        submit="Save",
    )
