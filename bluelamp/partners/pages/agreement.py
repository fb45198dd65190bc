"""One agreement: by which law, which fields may leave, until when, who signed, and when it is to be renewed."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp import clock
from bluelamp.access.guard import acting, page
from bluelamp.deadlines.instants import local_day
from bluelamp.owed.queries import for_record
from bluelamp.owed.rows import row
from bluelamp.partners.happened import happened
from bluelamp.partners.offers import offers_of_agreement
from bluelamp.partners.reading import agreement_to_read
from bluelamp.partners.rules.fields import FIELDS


@page("partners.view")
def agreement(request: HttpRequest, pk: int) -> HttpResponse:
    """It is never changed: another one follows it."""
    found, at = agreement_to_read(pk), clock.now()
    context = {
        "agreement": found,
        "running": found.agreed().in_force(local_day(at)),
        "names": [words for key, words in FIELDS.items() if key in found.fields],
        "rows": [replace(row(one), url="") for one in for_record(found.ref)],
        "entries": happened([found.ref]),
        "offers": offers_of_agreement(found, acting(request)),
        "shared": found.shares.count(),
    }
    return render(request, "partners/agreement.html", context)
