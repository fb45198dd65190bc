"""Property taken later, and the bags that are sealed."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.custody.actions.property import Taken, take_property
from bluelamp.custody.desk_fields import PropertyFields, taken_of
from bluelamp.custody.desk_pages import desk_page, section
from bluelamp.custody.desk_state import DeskState
from bluelamp.custody.models import Detention, Seal
from bluelamp.custody.queries import sealed_bags


class PropertyForm(PropertyFields):
    """Kept, or nothing to keep: one of them is said."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["property"].required = True


@page("custody.desk")
def belongings(request: HttpRequest, pk: int) -> HttpResponse:
    """More property goes into a bag of its own."""
    return desk_page(
        request,
        pk,
        form=lambda _found, _state: PropertyForm(posted(request)),
        sections=lambda form, _found, _state: [section("belongings", "Take property", form.belongings(), "Code C 4")],
        act=lambda given: take_property(
            detention=pk, taken=taken_of(given) or Taken(), seal=given["seal"], **signed(request)
        ),
        template="custody/belongings.html",
        submit="Record the property",
        more=_bags,
    )


def _bags(found: Detention, _: DeskState) -> Mapping[str, object]:
    return {"seals": [_shown(bag) for bag in sealed_bags(found.pk)]}


def _shown(bag: Seal) -> dict[str, object]:
    inside = [one.said for one in bag.items.all() if one.returned_at is None]
    return {"pk": bag.pk, "number": bag.number, "sealed_at": bag.sealed_at, "inside": inside}
