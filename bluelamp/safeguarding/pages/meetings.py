"""The meetings of the bodies, the next first, with how many cases each hears."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp.access.guard import page
from bluelamp.safeguarding.models import Meeting


@page("safeguarding.marac")
def meetings(request: HttpRequest) -> HttpResponse:
    """Numbers only; the cases stand on the meeting's own page."""
    heard = Count("cases", filter=Q(cases__heard_at__isnull=False))
    waits = Count("cases", filter=Q(cases__urgent=True, cases__spoken_at=None))
    found = Meeting.objects.annotate(number=Count("cases"), heard=heard, waits=waits).order_by("-day")[:50]
    return render(request, "safeguarding/meetings.html", {"meetings": found})
