"""The site's settings with one thing more: pages go by the tests' own clock."""

from bluelamp.site.settings import *  # noqa: F403
from bluelamp.site.settings import MIDDLEWARE

MIDDLEWARE = ["tests.journeys.own_clock.by_own_clock", *MIDDLEWARE]
