"""One event: who is down for it, who goes with whom, and cancelling it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.occasions import cancel_occasion
from bluelamp.specials.places_taken import places_taken
from bluelamp.specials.queries import occasions_ahead


class CancelForm(PlainForm):
    """Only a question."""


@page("specials.coordinate")
def event(request: HttpRequest, occasion: int) -> HttpResponse:
    """POST cancels it."""
    found = occasions_ahead(clock.now()).filter(pk=occasion).first()
    if found is None:
        raise Http404
    return form_page(
        request,
        form=CancelForm(posted(request)),
        act=lambda _given: cancel_occasion(occasion=occasion, **signed(request)),
        then=reverse("specials:events"),
        template="specials/event.html",
        context={"event": found, "places": places_taken(found)},
    )
