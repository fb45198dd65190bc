"""A page with one form about oneself as a special, on a phone; back to the own page."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page
from bluelamp.design.forms import PlainForm


def own_form(
    request: HttpRequest,
    *,
    form: PlainForm,
    act: Callable[[dict[str, Any]], object],
    template: str,
    part: str = "",
    context: Mapping[str, object] | None = None,
) -> HttpResponse:
    """`part` is the place on the own page to come back to."""
    back = reverse("specials:mine")
    then = f"{back}#{part}" if part else back
    facts = {"back": then, **(context or {})}
    return form_page(request, form=form, act=act, then=then, template=f"specials/{template}.html", context=facts)
