"""What every template may know about the installation."""

from django.conf import settings
from django.http import HttpRequest


def installation(request: HttpRequest) -> dict[str, object]:
    """`demo`: whether to draw the banner that says so."""
    return {"demo": settings.DEMO, "acting": getattr(request, "acting", None)}
