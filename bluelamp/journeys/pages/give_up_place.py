"""Giving up a place at a suite early, so that the suite can give it to somebody else (P31)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.slots import lapse_slot
from bluelamp.custody.queries import live_slot
from bluelamp.design.forms import PlainForm
from bluelamp.journeys.arrested import arrest_of
from bluelamp.verdict import Refused, refused


@page("custody.ask_slot")
def give_up_place(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the arrest: the place asked for or held for the person now."""
    made, turned = arrest_of(request, pk, page="journeys:give_up_place")
    if turned:
        return turned
    asked = live_slot(pk, at=clock.now())

    def act(_given: dict[str, Any]) -> str:
        if asked is None:
            raise Refused(refused("No place is held for this person.", "Slot before transport"))
        return lapse_slot(slot=asked.pk, **signed(request))

    return form_page(
        request,
        form=PlainForm(posted(request)),
        act=act,
        then=reverse("journeys:choose_suite", args=[pk]),
        template="journeys/give_up_place.html",
        context={"made": made, "asked": asked},
    )
