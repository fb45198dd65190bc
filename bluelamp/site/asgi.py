"""The one entry for the web server: event streams are async, everything else is Django in a fixed pool of threads."""

import gc
import os
import sys
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from bluelamp.site import knobs
from bluelamp.site.page_threads import PageThreads
from bluelamp.site.processes import end_with_parent

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


def _pages() -> App:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bluelamp.site.settings")
    from django.core.wsgi import get_wsgi_application

    return PageThreads(get_wsgi_application(), threads=knobs.number("BLUELAMP_WEB_THREADS"))


def _streams() -> App:
    from bluelamp.desks.live import application as streams  # needs Django to be ready

    return streams


if os.environ.get("BLUELAMP_LEASHED"):
    end_with_parent()
_to_pages = _pages()
_to_streams = _streams()
gc.collect()
gc.freeze()  # what was loaded stays: no collection looks through it again
gc.set_threshold(20_000, 20, 50)
sys.setswitchinterval(0.0005)  # who holds the day's serial waits less for its turn: a tenth more incidents a second


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """ASGI: `/live/` is the event streams', the rest Django's."""
    if scope["type"] == "lifespan":
        await _live_and_die(receive, send)
    elif scope["path"].startswith("/live/"):
        await _to_streams(scope, receive, send)
    else:
        await _to_pages(scope, receive, send)


async def _live_and_die(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
