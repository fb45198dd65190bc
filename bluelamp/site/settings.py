"""Django's settings."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from bluelamp.site.domains import DOMAINS

BASE = Path(__file__).resolve().parents[2]
SECRET_KEY = os.environ.get("BLUELAMP_SECRET", "not-for-service")
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "bluelamp.site.urls"
AUTH_USER_MODEL = "access.Officer"
INSTALLED_APPS = [
    "bluelamp.site.apps.SiteConfig",
    *(f"bluelamp.{domain}" for domain in DOMAINS),
    "django_cotton",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]


def _database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/") or "bluelamp",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.get("host", parts.hostname or ""),
        "PORT": str(parts.port or options.get("port", "")),
        "CONN_MAX_AGE": None,
        "DISABLE_SERVER_SIDE_CURSORS": True,
    }


DATABASES = {"default": _database(os.environ.get("DATABASE_URL", "postgresql:///bluelamp"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
STATIC_URL = "/static/"
