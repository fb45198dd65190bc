"""What the pages of the custody desk share: the record they are about, who may see it, where they go on to."""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, turned_to_owner
from bluelamp.access.models import Officer
from bluelamp.custody.models import Detention
from bluelamp.custody.queries import whole
from bluelamp.design.forms import PlainForm


def record_form(
    request: HttpRequest,
    pk: int,
    *,
    form: Callable[[Detention], PlainForm],
    act: Callable[[dict[str, Any]], object],
    template: str,
    context: Callable[[Detention], Mapping[str, object]] | None = None,
    authority: bool = False,
) -> HttpResponse:
    """A page with one form about one custody record; afterwards the record's own page. Closed records are shown so."""
    found = whole(pk)
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.ref, found.person.ref, page=template)
    if turned:
        return turned
    back = reverse("desks:detention", args=[pk])
    facts = {"found": found, "back": back, **(context(found) if context else {})}
    drawn = form(found)
    return form_page(request, form=drawn, act=act, then=back, template=template, context=facts, authority=authority)


def officer_named(given: str) -> Officer:
    """The officer who has this collar number, or this user name. Raises ValidationError where nobody has."""
    wanted = given.strip()
    named = Officer.objects.filter(Q(collar_number=wanted) | Q(user_name=wanted), is_active=True).first()
    if named is None:
        raise ValidationError("Nobody here has this collar number.")
    return named
