"""Where an alert leads: to its record, for the officer it was sent to, by whatever their role lets them see there."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bluelamp.access.guard import acting, page
from bluelamp.messages.message_words import link_to
from bluelamp.messages.models import Push


@page()
def pushed(request: HttpRequest, reference: UUID) -> HttpResponse:
    """Somebody else's alert is told from none by nothing."""
    found = Push.objects.filter(reference=reference, device__officer_id=acting(request).number).first()
    if found is None:
        raise Http404
    return HttpResponseRedirect(link_to(found.about) or reverse("owed:what_we_owe"))
