"""One share: how it stands, what is owed, what happened, what may be done now; to whom and which fields."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.owed.queries import for_record
from bluelamp.owed.rows import row
from bluelamp.partners.happened import happened
from bluelamp.partners.offers import offers
from bluelamp.partners.queries import links_alive
from bluelamp.partners.reading import share_to_read
from bluelamp.partners.rules.fields import FIELDS, Purpose
from bluelamp.partners.share_words import link, state, worded

NAME = "partners:share"


@page("partners.view")
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """What was shared is shown as it left; its title names nobody."""
    found, at, by = share_to_read(request, pk, page=NAME), clock.now(), acting(request)
    word, shape = state(found, at)
    context = {
        "share": found,
        "at": at,
        "word": word,
        "shape": shape,
        "purpose": Purpose(found.agreement.purpose).words,
        "about": worded(found.record),
        "about_url": link(found.record),
        "fields": [(words, found.held[key]) for key, words in FIELDS.items() if key in found.held],
        "rows": [replace(row(one), url="") for one in for_record(found.ref)],
        "entries": happened([found.ref]),
        "links": links_alive(found.pk, at=at),
        "offers": offers(found, by, at=at),
    }
    return render(request, "partners/share.html", context)
