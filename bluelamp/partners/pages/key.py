"""A key for signed answers of a partner's own system: shown once."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bluelamp.access.form_page import posted, signed
from bluelamp.access.guard import page
from bluelamp.design.forms import PlainForm
from bluelamp.partners.actions.agreeing import make_webhook_key
from bluelamp.partners.models import WebhookKey
from bluelamp.partners.reading import body_to_read
from bluelamp.partners.secrets import webhook_secret


@page("partners.agree")
def key(request: HttpRequest, key: str) -> HttpResponse:
    """Drawn as the answer to the form alone; a key made before ends."""
    found, form, seed = body_to_read(key), PlainForm(posted(request)), uuid4()
    context: dict[str, object] = {
        "partner": found,
        "form": form,
        "back": reverse("partners:partner", args=[key]),
        "address": request.build_absolute_uri(reverse("partners:signed_answer")),
        "there": WebhookKey.objects.filter(partner=found, ended_at=None).exists(),
    }
    if form.is_bound:
        make_webhook_key(partner=key, seed=str(seed), **signed(request))
        if WebhookKey.objects.filter(seed=seed).exists():
            context |= {"seed": seed, "secret": webhook_secret(seed)}
    answer = render(request, "partners/key.html", context)
    answer["Cache-Control"] = "no-store"
    return answer
