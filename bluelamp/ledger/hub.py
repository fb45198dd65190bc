"""The hub in the relay process: follows the ledger, draws each channel once per audience, and sends it to the web
workers over a unix socket as JSON lines.

A worker says {"stream": id, "channel": name, "capabilities": [...], "since": position} or {"leave": id}; the hub
answers {"streams": [ids], "position": ..., "events": [[name, html], ...]}. Joining, catching up and following happen in
one task, one after the other, so a stream neither misses an entry nor gets one twice.
"""

import asyncio
import json
import logging
import os
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from asgiref.sync import sync_to_async
from django.db import connection as django_connection

from bluelamp.ledger.channels import Channel, Channels, channels
from bluelamp.ledger.relay import BEHIND, BUSY, IDLE, Follower, Message, parse, since

log = logging.getLogger(__name__)
TOO_FAR = 2000
Events = list[tuple[str, str]]
Group = tuple[str, frozenset[str]]
RELOAD: Events = [("reload", "")]


@dataclass(eq=False, kw_only=True)
class Worker:
    """One connected web worker and the streams it carries."""

    writer: asyncio.StreamWriter
    streams: dict[Group, set[int]] = field(default_factory=lambda: defaultdict(set))

    def send(self, streams: set[int], position: str, events: Events) -> None:
        line = json.dumps({"streams": sorted(streams), "position": position, "events": events})
        if not self.writer.is_closing():
            self.writer.write(line.encode() + b"\n")


@dataclass(kw_only=True)
class Hub:
    """Serves one socket until cancelled. `connect` gives a Django or psycopg connection, used in one thread only."""

    socket: Path
    channels: Channels
    connect: Callable[[], Any]
    workers: set[Worker] = field(default_factory=set)
    joining: list[tuple[Worker, dict[str, Any]]] = field(default_factory=list)
    position: str = ""

    async def serve(self) -> None:
        """Listen and follow until cancelled; a failing database is waited for."""
        self.socket.unlink(missing_ok=True)
        server = await asyncio.start_unix_server(self._attend, path=str(self.socket))
        os.chmod(self.socket, 0o660)
        async with server:
            while True:
                await self._turn()
                await asyncio.sleep(BUSY if self._listened_to() else IDLE)

    async def _turn(self) -> None:
        try:
            await sync_to_async(self._follow)()
        except Exception as error:
            log.error("Relay: %s", error)
            await asyncio.sleep(1)

    def _follow(self) -> None:
        connection = self.connect()
        joined, self.joining = self.joining, []
        try:
            follower = Follower(connection=connection, position=self.position)
            found = follower.next()
            self._tell(found)
            self.position = follower.position
            self._admit(connection, joined)
        except Exception:
            self.joining = joined + self.joining
            connection.close()
            raise

    def _tell(self, found: Sequence[Message]) -> None:
        for group in {group for worker in self.workers for group, streams in worker.streams.items() if streams}:
            events = self._drawn(group, found)
            for worker in list(self.workers) if events else ():
                if streams := worker.streams.get(group):
                    worker.send(streams, found[-1].position, events)

    def _admit(self, connection: Any, joined: list[tuple[Worker, dict[str, Any]]]) -> None:
        drawn: dict[tuple[Group, str], Events] = {}
        for worker, wish in joined:
            group = wish["channel"], frozenset(wish["capabilities"])
            place = group, wish["since"]
            if place not in drawn:
                drawn[place] = self._missed(connection, group, wish["since"])
            worker.streams[group].add(wish["stream"])
            worker.send({wish["stream"]}, self.position, drawn[place])

    def _missed(self, connection: Any, group: Group, position: str) -> Events:
        """What was drawn since a position; too far back, or a position nobody gave out: the page loads itself anew."""
        try:
            after = parse(position or self.position)
        except ValueError:
            return RELOAD
        with connection.cursor() as cursor:
            cursor.execute(BEHIND, [*after, TOO_FAR + 1])
            if cursor.fetchone()[0] > TOO_FAR:
                return RELOAD
        found = since(connection, position or self.position, TOO_FAR)
        return self._drawn(group, [one for one in found if parse(one.position) <= parse(self.position)])

    def _drawn(self, group: Group, found: Sequence[Message]) -> Events:
        name, capabilities = group
        channel: Channel | None = self.channels.get(name)
        wanted = [one for one in found if channel and channel.wants(one)]
        if not channel or not wanted:
            return []
        try:
            return list(channel.render(wanted, capabilities))
        except Exception:
            log.exception("The channel %s could not be drawn", name)
            return RELOAD

    def _listened_to(self) -> bool:
        return bool(self.joining) or any(any(worker.streams.values()) for worker in self.workers)

    async def _attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        worker = Worker(writer=writer)
        self.workers.add(worker)
        try:
            while line := await reader.readline():
                self._hear(worker, json.loads(line))
        except (ConnectionError, ValueError) as error:
            log.warning("A web worker's line broke: %s", error)
        finally:
            self.workers.discard(worker)
            writer.close()

    def _hear(self, worker: Worker, wish: dict[str, Any]) -> None:
        if "stream" in wish:
            self.joining.append((worker, wish))
            return
        self.joining = [
            (one, other) for one, other in self.joining if other["stream"] != wish["leave"] or one != worker
        ]
        for streams in worker.streams.values():
            streams.discard(wish["leave"])


def run(socket: Path) -> None:
    """The relay process: serve every declared channel on this socket until stopped."""
    asyncio.run(Hub(socket=socket, channels=channels, connect=lambda: django_connection).serve())
