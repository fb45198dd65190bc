"""The settings while static files are collected: always under hashed names."""

from bluelamp.site.settings import *  # noqa: F403
from bluelamp.site.settings import STORAGES as _STORAGES

STORAGES = {**_STORAGES, "staticfiles": {"BACKEND": "bluelamp.site.static_files.HashedFiles"}}
