"""The pack of one case: word for word what each body will get, by its agreement, before anything leaves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.partners.queries import bodies_for
from bluelamp.partners.rules.fields import FIELDS, Purpose
from bluelamp.safeguarding.records import the_case
from bluelamp.safeguarding.sharing import fields_of


@page("safeguarding.marac")
def pack_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The same words that would leave are shown; what is not agreed is not gathered."""
    found, by, at = the_case(request, pk), acting(request), clock.now()
    packs = []
    for body in bodies_for(Purpose.DOMESTIC_ABUSE, at=at):
        given = fields_of(
            found.domestic, partner=body.key, purpose=Purpose.DOMESTIC_ABUSE, asked="", agreed=None, by=by, at=at
        )
        packs.append((body, [(words, given[key]) for key, words in FIELDS.items() if key in given]))
    back = reverse("safeguarding:case", args=[pk])
    return render(request, "safeguarding/pack_preview.html", {"found": found, "packs": packs, "back": back})
