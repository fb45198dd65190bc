"""A page with one form about one special: found, read by whom may, drawn, one action, back to the record."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page
from bluelamp.design.forms import PlainForm
from bluelamp.specials.queries import Stands
from bluelamp.specials.sight import the_special


def record_form(
    request: HttpRequest,
    pk: int,
    *,
    form: Callable[[Stands], PlainForm],
    act: Callable[[dict[str, Any]], object],
    template: str,
    more: Callable[[Stands], dict[str, object]] | None = None,
    authority: bool = False,
) -> HttpResponse:
    """Every form page about a record goes this way; `template` says which page it is."""
    found = the_special(request, pk, page=f"specials:{template}")
    back = reverse("specials:special", args=[pk])
    context = {"found": found, "special": found.special, "back": back, **(more(found) if more else {})}
    return form_page(
        request,
        form=form(found),
        act=act,
        then=back,
        template=f"specials/{template}.html",
        context=context,
        authority=authority,
    )
