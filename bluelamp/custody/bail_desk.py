"""What the pages with one form about one bail share: the bail, who may see it, and where they go on to."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page, turned_to_owner
from bluelamp.custody.bail_queries import whole_bail
from bluelamp.custody.bails import period_of
from bluelamp.custody.models import Bail
from bluelamp.design.forms import PlainForm


def bail_form(
    request: HttpRequest,
    pk: int,
    *,
    form: Callable[[Bail], PlainForm],
    act: Callable[[dict[str, Any]], object],
    template: str,
    context: Callable[[Bail], Mapping[str, object]] | None = None,
    then: Callable[[Any], str] | None = None,
    authority: bool = True,
) -> HttpResponse:
    """A page with one form about one bail; afterwards the bail's own page, unless `then` says otherwise."""
    found = whole_bail(pk)
    if found is None:
        raise Http404
    turned = turned_to_owner(request, found.detention.ref, found.person.ref, page=template)
    if turned:
        return turned
    back = reverse("desks:bail", args=[pk])
    facts = {"bail": found, "back": back, "period": period_of(found), **(context(found) if context else {})}
    return form_page(
        request, form=form(found), act=act, then=then or back, template=template, context=facts, authority=authority
    )
