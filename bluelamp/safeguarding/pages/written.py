"""Who wrote a new address that is kept, without being on the record: how they know it, and what was done."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.telling_owner import look_at_written
from bluelamp.safeguarding.models import AddressWritten
from bluelamp.safeguarding.sight import step, the_domestic


class WrittenForm(PlainForm):
    """What was found out."""

    words = forms.CharField(
        label="How they know it, and what was done", widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Known by a call there, told by somebody, or guessed. Are they still safe there?",
    )  # fmt: skip


@page("safeguarding.assess", "safeguarding.second_look")
def written(request: HttpRequest, pk: int) -> HttpResponse:
    """Read by whoever is on the record; once looked at, what was said stands here."""
    found = AddressWritten.objects.select_related("officer", "looked_by").filter(pk=pk).first()
    if found is None:
        raise Http404
    return step(
        request,
        the_domestic(request, found.domestic_id),
        form=WrittenForm(posted(request)),
        act=lambda given: look_at_written(written=pk, **given, **signed(request)),
        heading="Who wrote the new address",
        submit="I have looked at it",
        template="safeguarding/written.html",
        more={"written": found},
    )
