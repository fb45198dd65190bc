"""A clock of an installation's own, so many seconds ahead of the true one: `BLUELAMP_TESTS_AHEAD` says how many."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from django.http import HttpRequest, HttpResponse

from bluelamp import clock

AHEAD = "BLUELAMP_TESTS_AHEAD"


def ahead(begin_at: datetime) -> dict[str, str]:
    """The settings by which it is `begin_at` now, and goes on from there."""
    seconds = (begin_at - datetime.now(UTC)).total_seconds()
    return {AHEAD: str(seconds), "DJANGO_SETTINGS_MODULE": "tests.journeys.settings_by_own_clock"}


@contextmanager
def going() -> Iterator[datetime]:
    """Within the block it is that time."""
    at = datetime.now(UTC) + timedelta(seconds=float(os.environ[AHEAD]))
    with clock.set_to(at):
        yield at


def by_own_clock(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: every page is asked for at that time."""

    def answered(request: HttpRequest) -> HttpResponse:
        with going():
            return answer(request)

    return answered
