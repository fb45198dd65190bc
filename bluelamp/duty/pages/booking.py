"""The duty desk books somebody on or off who cannot do it on a phone of their own."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.deadlines.instants import next_local
from bluelamp.design.forms import Segments, TimeOfDay
from bluelamp.duty.actions.tours import book_off, book_on
from bluelamp.duty.models import Post
from bluelamp.duty.own_tour_queries import duty_to_begin
from bluelamp.duty.pages.by_collar import ByCollar
from bluelamp.duty.queries import on_duty
from bluelamp.verdict import Refused, refused


class BookingForm(ByCollar):
    """Who, on or off, and until when."""

    what = Segments(label="Book them", choices=[("on", "On"), ("off", "Off")])
    until = TimeOfDay(
        label="On duty until",
        required=False,
        help_text="Left empty: as long as the published duty. A time earlier than now is tomorrow's.",
    )


@page("duty.crew")
def booking(request: HttpRequest) -> HttpResponse:
    """Who is booked on stands beside it, by team, with when each goes off."""
    at = clock.now()
    tours = on_duty(at).order_by("team__position", "officer__collar_number")
    return form_page(
        request,
        form=BookingForm(posted(request), initial={"what": "on"}),
        act=lambda given: _act(request, given),
        then=reverse("duty:booking"),
        template="duty/booking.html",
        context={"tours": list(tours)},
    )


def _act(request: HttpRequest, given: dict[str, Any]) -> str:
    told, officer = signed(request), given["collar"]
    if given["what"] == "off":
        return book_off(officer=officer, **told)
    until = next_local(given["until"], after=told["at"]) if given["until"] else _duty_ends(officer, told["at"])
    return book_on(officer=officer, team=Post.objects.get(officer=officer).team_id, until=until, **told)


def _duty_ends(officer: int, at: datetime) -> datetime:
    duty = duty_to_begin(officer, at=at)
    if duty is None:
        raise Refused(refused("No duty of theirs is published for now. Say until when.", "Force policy", field="until"))
    ends: datetime = duty.during.upper
    return ends
