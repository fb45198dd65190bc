"""The table of contents of the whole site. Each installed domain's `urls.py` holds its own paths, written in full."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, path

from bluelamp.site.contents import Contents
from bluelamp.site.domains import DOMAINS
from bluelamp.site.pages.healthy import healthy

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthy", healthy, name="healthy"),
    *(Contents(f"bluelamp.{domain}.urls") for domain in DOMAINS if find_spec(f"bluelamp.{domain}.urls")),
]
handler500 = "bluelamp.site.pages.trouble.trouble"
