"""A crew asks for a place: accept, or divert with a reason."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import acting, page
from bluelamp.custody.actions.slots import answer_slot
from bluelamp.custody.going_there import suite_for
from bluelamp.custody.models import Arrest
from bluelamp.custody.queries import live_slot
from bluelamp.custody.rules.slots import free_cells, may_accept
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.verdict import Refused, refused


class SlotForm(PlainForm):
    """The suite's answer."""

    answer = Segments(label="Your answer", choices=[("accept", "Accept"), ("divert", "Divert")])
    why = forms.CharField(
        label="Why diverted", required=False, max_length=300, help_text="The crew reads this and asks the next suite"
    )


@page("custody.answer_slot")
def slot(request: HttpRequest, pk: int) -> HttpResponse:
    """`pk` is the arrest's: the place asked for it now, or word that none is."""
    made = Arrest.objects.select_related("person", "incident").filter(pk=pk).first()
    if made is None:
        raise Http404
    turned = turned_to_owner(request, made.ref, made.person.ref, page="custody:slot")
    if turned:
        return turned
    asked = live_slot(pk, at=clock.now())
    suite = suite_for(made, asked.suite, at=clock.now()) if asked else None
    context = {
        "made": made,
        "asked": asked,
        "suite": suite,
        "free": max(free_cells(suite=suite), 0) if suite else 0,
        "room": may_accept(suite=suite) if suite else None,
        "may_book_in": not made.dearrested_at
        and acting(request).may("custody.book_in")
        and not made.detentions.exists(),
    }

    def act(given: dict[str, Any]) -> str:
        if asked is None:
            raise Refused(refused("No place is asked for this person any more.", "Slot before transport"))
        return answer_slot(slot=asked.pk, accepted=given["answer"] == "accept", why=given["why"], **signed(request))

    whiteboard = reverse("custody:whiteboard")
    form = SlotForm(posted(request))
    return form_page(request, form=form, act=act, then=whiteboard, template="custody/slot.html", context=context)
