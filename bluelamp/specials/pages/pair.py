"""Naming the experienced officer with whom a special goes to an event."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp import clock
from bluelamp.access.form_page import form_page, posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.actions.occasions import pair as pair_special
from bluelamp.specials.queries import experienced, occasions_ahead
from bluelamp.specials.rules.deployment import SOURCE


class PairForm(PlainForm):
    """Who goes along."""

    beside = forms.TypedChoiceField(label="Goes with", coerce=int)

    def __init__(self, *args: Any, but: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(one.pk, str(one)) for one in experienced() if one.pk != but]
        self.fields["beside"].choices = [("", "Choose"), *found]  # type: ignore[attr-defined]


@page("specials.coordinate")
def pair(request: HttpRequest, occasion: int, special: int) -> HttpResponse:
    """A regular officer, or a special on independent patrol."""
    found = occasions_ahead(clock.now()).filter(pk=occasion).first()
    down = found.down if found else []  # type: ignore[attr-defined]
    place = next((one for one in down if one.special_id == special), None)
    if place is None:
        raise Http404
    tutor = place.special.tutor_id or ""
    return form_page(
        request,
        form=PairForm(posted(request), but=place.special.officer_id, initial={"beside": place.beside_id or tutor}),
        act=lambda given: pair_special(occasion=occasion, special=special, **given, **signed(request)),
        then=reverse("specials:event", args=[occasion]),
        template="specials/pair.html",
        context={"event": found, "place": place, "source": SOURCE},
    )
