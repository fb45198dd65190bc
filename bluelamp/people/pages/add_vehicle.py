"""A vehicle by its plate as seen: by itself, or as somebody's."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, posted, signed, turned_to_owner
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm, Segments
from bluelamp.people.actions import vehicles
from bluelamp.people.models import WITH_VEHICLES, Link
from bluelamp.people.permissions import EDIT
from bluelamp.people.queries import person

TEMPLATE = "people/person_form.html"


class VehicleForm(PlainForm):
    """The plate exactly as seen; one of no known form is kept too."""

    as_seen = forms.CharField(
        label="Number plate, as seen", max_length=40, strip=False, help_text="Foreign plates too. Nothing is corrected."
    )
    make = forms.CharField(label="Make and model", required=False, max_length=80)
    colour = forms.CharField(label="Colour", required=False, max_length=40)


class TheirVehicleForm(VehicleForm):
    """And how somebody is joined to it."""

    kind = Segments(label="They are its", choices=[(one, Link.Kind(one).label) for one in WITH_VEHICLES])
    source = forms.CharField(
        label="How this is known", max_length=200, help_text="Such as: seen at the wheel, he says."
    )


@page(EDIT.name)
def add_vehicle(request: HttpRequest) -> HttpResponse:
    """A plate that was seen, about nothing else yet."""
    return vehicle_page(request, seen_at="", heading="Add a vehicle", back=reverse("people:search"))


@page(EDIT.name)
def add_vehicle_of(request: HttpRequest, pk: int) -> HttpResponse:
    """A vehicle that somebody keeps, drives or rides in. A plate is never the person."""
    found = person(pk)
    if found is None:
        raise Http404
    return turned_to_owner(request, found.ref, page="people:add_vehicle_of") or form_page(
        request,
        form=TheirVehicleForm(posted(request)),
        act=lambda given: vehicles.add_vehicle_of(person=pk, **given, **signed(request)),
        then=_its_page,
        template=TEMPLATE,
        context={"found": found, "heading": "A vehicle of theirs", "submit": "Add the vehicle"},
    )


def vehicle_page(request: HttpRequest, *, seen_at: str, heading: str, back: str) -> HttpResponse:
    """The form of a vehicle by itself, or of one `seen_at` a record; `back` is where it came from."""
    return form_page(
        request,
        form=VehicleForm(posted(request)),
        act=lambda given: vehicles.add_vehicle(seen_at=seen_at, **given, **signed(request)),
        then=_its_page,
        template=TEMPLATE,
        context={"heading": heading, "back": back, "submit": "Add the vehicle"},
    )


def _its_page(ref: str) -> str:
    return reverse("desks:vehicle", args=[ref.partition(":")[2]])
