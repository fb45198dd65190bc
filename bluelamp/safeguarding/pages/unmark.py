"""Taking a warning off an address or a number before it lapses."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.marking import unmark as take_off
from bluelamp.safeguarding.models import Marker
from bluelamp.safeguarding.sight import step, the_domestic


class UnmarkForm(PlainForm):
    """Why, in words."""

    why = forms.CharField(label="Why it is no longer needed", widget=forms.Textarea(attrs={"rows": 2}))


@page("safeguarding.assess")
def unmark(request: HttpRequest, pk: int) -> HttpResponse:
    """It stays on the record that it was there."""
    made = Marker.objects.filter(pk=pk).first()
    if made is None:
        raise Http404
    return step(
        request,
        the_domestic(request, made.domestic_id),
        form=UnmarkForm(posted(request)),
        act=lambda given: take_off(marker=pk, **given, **signed(request)),
        heading="Take a warning off",
        submit="Take it off",
    )
