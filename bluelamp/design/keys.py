"""The idempotency key of a form: written by `<c-key />`, read when the form comes back."""

import uuid

from django.http import HttpRequest

FIELD = "key"


def request_key(request: HttpRequest) -> str | None:
    """The key that came with the form, or None when there is none or it is not one of ours."""
    try:
        return str(uuid.UUID(request.POST.get(FIELD, "")))
    except ValueError:
        return None
