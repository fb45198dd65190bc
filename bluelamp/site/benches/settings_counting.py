"""The site's settings with one thing more: each answer says how many statements it took."""

from bluelamp.site.settings import *  # noqa: F403
from bluelamp.site.settings import MIDDLEWARE

MIDDLEWARE = ["bluelamp.site.benches.counting.count_statements", *MIDDLEWARE]
