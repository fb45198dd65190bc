"""A page with one form about one share: found, drawn, one action, back to it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from bluelamp.access.form_page import form_page
from bluelamp.design.forms import PlainForm
from bluelamp.partners.models import Share
from bluelamp.partners.reading import share_to_read


def share_form(
    request: HttpRequest,
    pk: int,
    *,
    form: Callable[[Share], PlainForm],
    act: Callable[[dict[str, Any]], object],
    template: str,
) -> HttpResponse:
    """Every form page about a share goes this way; `template` says which page it is."""
    found = share_to_read(request, pk, page=f"partners:{template}")
    back = reverse("partners:share", args=[pk])
    context = {"share": found, "back": back}
    return form_page(
        request, form=form(found), act=act, then=back, template=f"partners/{template}.html", context=context
    )
