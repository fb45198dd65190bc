"""The relay process: follows the ledger and draws what changed for every open page, until it is told to stop."""

import asyncio
import contextlib
from threading import Event

from asgiref.sync import sync_to_async
from django.db import DatabaseError, connection

from bluelamp.desks.live import relay_socket, warm_up
from bluelamp.ledger.channels import channels
from bluelamp.ledger.hub import Hub

LOOK_UP = 0.2
"""Seconds between two looks at whether to stop."""


def run(until_told: Event) -> None:
    """Serve every declared channel on the relay's socket until the event is set."""
    asyncio.run(_serve(until_told))


async def _serve(until_told: Event) -> None:
    with contextlib.suppress(DatabaseError):  # The hub waits for a database that is not back yet.
        await sync_to_async(warm_up)()
    hub = Hub(socket=relay_socket(), channels=channels, connect=lambda: connection)
    serving = asyncio.ensure_future(hub.serve())
    while not until_told.is_set() and not serving.done():
        await asyncio.sleep(LOOK_UP)
    serving.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await serving
