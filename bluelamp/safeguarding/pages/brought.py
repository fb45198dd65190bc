"""Somebody arrested for a breach was brought before the court."""

from django.http import Http404, HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.safeguarding.actions.protecting import bring_to_court
from bluelamp.safeguarding.models import Breach
from bluelamp.safeguarding.records import record_step, the_notice


class BroughtForm(PlainForm):
    """Nothing to fill in."""


@page("safeguarding.protect", "safeguarding.assess")
def brought(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps the promise of the court."""
    made = Breach.objects.filter(pk=pk).first()
    if made is None:
        raise Http404
    return record_step(
        request,
        the_notice(request, made.notice_id),
        "protection",
        form=BroughtForm(posted(request)),
        act=lambda _given: bring_to_court(breach=pk, **signed(request)),
        heading="Brought before the court",
        lead=made.words,
        submit="They were brought before the court",
    )
