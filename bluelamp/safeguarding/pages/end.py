"""A supervisor says that it is not domestic abuse after all."""

from django import forms
from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.raising import end_domestic
from bluelamp.safeguarding.sight import step, the_domestic


class EndForm(PlainForm):
    """Why, in words."""

    why = forms.CharField(label="Why it is not", widget=forms.Textarea(attrs={"rows": 3}))


@page("safeguarding.second_look")
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Refused while the facts say that it is, or something is still to be asked."""
    return step(
        request,
        the_domestic(request, pk),
        form=EndForm(posted(request)),
        act=lambda given: end_domestic(domestic=pk, **given, **signed(request)),
        heading="Not domestic abuse",
        lead="Only where the law's own facts say so. What was written stays.",
        submit="End it here",
    )
