"""Opening a page about one victim: found, for this reader, and the way back to their record."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, signed, turned_to_owner
from bluelamp.access.guard import TurnedAway
from bluelamp.design.forms import PlainForm
from bluelamp.victims.models import Victim


def the_victim(request: HttpRequest, pk: int, *, page: str) -> Victim:
    """The victim for this reader. Raises Http404 where there is none, TurnedAway where it is not for them."""
    found = Victim.objects.select_related("person", "incident", "cares").filter(pk=pk).first()
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.ref, found.person.ref, page=page)
    if turned:
        raise TurnedAway(turned)
    return found


def victim_form(
    request: HttpRequest,
    victim: Victim,
    *,
    form: PlainForm,
    act: Callable[..., object],
    template: str,
    context: dict[str, Any] | None = None,
    **of: int,
) -> HttpResponse:
    """A page with one form about this victim; `of` names what the action is about, the victim where left out."""
    back = reverse("desks:victim", args=[victim.pk])
    about = of or {"victim": victim.pk}
    return form_page(
        request,
        form=form,
        act=lambda given: act(**about, **given, **signed(request)),
        then=back,
        template=template,
        context={"victim": victim, "back": back, **(context or {})},
    )
