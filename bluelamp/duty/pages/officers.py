"""Everybody on the establishment by unit, each a link to their diary."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bluelamp.access.guard import page
from bluelamp.duty.diary_queries import people_by_unit


@page("duty.plan")
def officers(request: HttpRequest) -> HttpResponse:
    """A planner finds an officer here, whether or not a roster is out."""
    return render(request, "duty/officers.html", {"units": people_by_unit()})
