"""The event streams of live pages, /live/<channel>/, as an ASGI application. A stream holds no thread and no database
connection: all it does is pass on what the hub draws.

Events carry the ledger position as their id, so a browser that reconnects (Last-Event-ID) gets what it missed first.
Every 10 s an event "beat" says {"at": server time, "live": whether the relay answers}, so a page can show the age of
what it holds. "reload" asks the page to load itself anew.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from bluelamp import clock
from bluelamp.ledger.channels import Channel, Channels, channels

BEAT = 10.0
FULL = 200
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
# Who opens the stream: their capabilities, or None for somebody not signed in. Asked again every minute.
Authenticate = Callable[[Scope], Awaitable[frozenset[str] | None]]
# Told when a stream has ended, however it ended, as long as this process lives.
Left = Callable[[Scope], Awaitable[None]]


@dataclass(eq=False, kw_only=True)
class Stream:
    """One open page: which channel, as whom, and how far it has been told."""

    number: int
    channel: str
    capabilities: frozenset[str]
    position: str
    waiting: asyncio.Queue[bytes] = field(default_factory=lambda: asyncio.Queue(maxsize=FULL))
    overrun: bool = False

    def wish(self) -> dict[str, object]:
        capabilities = sorted(self.capabilities)
        return {"stream": self.number, "channel": self.channel, "capabilities": capabilities, "since": self.position}

    def give(self, position: str, block: bytes) -> None:
        self.position = position
        try:
            self.waiting.put_nowait(block)
        except asyncio.QueueFull:
            self.overrun = True


@dataclass(kw_only=True)
class Line:
    """This worker's line to the hub; it comes back by itself and each stream goes on where it was."""

    socket: Path
    streams: dict[int, Stream] = field(default_factory=dict)
    live: bool = False
    _writer: asyncio.StreamWriter | None = None
    _task: asyncio.Task[None] | None = None

    def join(self, stream: Stream) -> None:
        self.streams[stream.number] = stream
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._keep())
        self._say(stream.wish())

    def leave(self, stream: Stream) -> None:
        self.streams.pop(stream.number, None)
        self._say({"leave": stream.number})

    def _say(self, wish: dict[str, object]) -> None:
        if self._writer and not self._writer.is_closing():
            self._writer.write(json.dumps(wish).encode() + b"\n")

    async def _keep(self) -> None:
        while self.streams:
            try:
                await self._listen()
            except (OSError, ValueError):
                pass
            finally:
                self.live, self._writer = False, None
            await asyncio.sleep(0.3)

    async def _listen(self) -> None:
        reader, self._writer = await asyncio.open_unix_connection(str(self.socket), limit=32 * 1024 * 1024)
        self.live = True
        for stream in self.streams.values():
            self._say(stream.wish())
        while line := await reader.readline():
            self._pass_on(json.loads(line))

    def _pass_on(self, told: dict[str, Any]) -> None:
        block = framed(told["position"], told["events"])
        for number in told["streams"]:
            if stream := self.streams.get(number):
                stream.give(told["position"], block)


def framed(position: str, events: list[tuple[str, str]]) -> bytes:
    """Events in the form of an event stream, each with the position as id; without events only the id."""
    if not events:
        return f"id: {position}\n\n".encode()
    return b"".join(_frame(position, name, html) for name, html in events)


def _frame(position: str, name: str, html: str) -> bytes:
    data = "".join(f"data: {line}\n" for line in html.splitlines() or [""])
    return f"id: {position}\nevent: {name}\n{data}\n".encode()


class Streams:
    """The ASGI application. `prefix` is the path before the channel's name."""

    def __init__(
        self,
        *,
        socket: Path,
        authenticate: Authenticate,
        left: Left | None = None,
        known: Channels = channels,
        prefix: str = "/live/",
    ) -> None:
        self.line = Line(socket=socket)
        self.authenticate = authenticate
        self.left = left
        self.known = known
        self.prefix = prefix
        self._numbers = count(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        capabilities = await self.authenticate(scope)
        channel = self.known.get(scope["path"].removeprefix(self.prefix).strip("/"))
        if capabilities is None:
            return await _refuse(send, 401)
        if channel is None or channel.capability not in capabilities:
            return await _refuse(send, 404)
        return await self._serve(scope, receive, send, self._stream(scope, channel, capabilities))

    def _stream(self, scope: Scope, channel: Channel, capabilities: frozenset[str]) -> Stream:
        audience = channel.audience(capabilities)
        return Stream(
            number=next(self._numbers), channel=channel.name, capabilities=audience, position=_asked_since(scope)
        )

    async def _serve(self, scope: Scope, receive: Receive, send: Send, stream: Stream) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
        gone = asyncio.ensure_future(_gone(receive))
        self.line.join(stream)
        try:
            await self._pour(scope, send, stream, gone)
        except OSError:
            pass
        finally:
            gone.cancel()
            self.line.leave(stream)
            if self.left:
                await self.left(scope)
        if not gone.done() or gone.cancelled():
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _pour(self, scope: Scope, send: Send, stream: Stream, gone: "asyncio.Future[None]") -> None:
        await _send(send, self._beat())
        loop = asyncio.get_running_loop()
        beat, beats = loop.time() + BEAT, 0
        while not gone.done() and not stream.overrun:
            getting = asyncio.ensure_future(stream.waiting.get())
            either: set[asyncio.Future[Any]] = {getting, gone}
            await asyncio.wait(either, timeout=beat - loop.time(), return_when=asyncio.FIRST_COMPLETED)
            if getting.done():
                await _send(send, getting.result())
            else:
                getting.cancel()
            if loop.time() >= beat:
                beat, beats = loop.time() + BEAT, beats + 1
                if beats % 6 == 0 and not await self._may_stay(scope, stream):
                    return
                await _send(send, self._beat())

    async def _may_stay(self, scope: Scope, stream: Stream) -> bool:
        capabilities, channel = await self.authenticate(scope), self.known.get(stream.channel)
        return bool(channel and capabilities is not None and channel.audience(capabilities) == stream.capabilities)

    def _beat(self) -> bytes:
        said = json.dumps({"at": clock.now().isoformat(), "live": self.line.live})
        return f"event: beat\ndata: {said}\n\n".encode()


_HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
]


def _asked_since(scope: Scope) -> str:
    """Last-Event-ID if the browser comes back, else ?since= as the page was drawn; "" for from now on."""
    for name, value in scope["headers"]:
        if name == b"last-event-id":
            told: bytes = value
            return told.decode("latin-1")
    query: bytes = scope.get("query_string", b"")
    return parse_qs(query.decode("latin-1")).get("since", [""])[0]


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _send(send: Send, block: bytes) -> None:
    await send({"type": "http.response.body", "body": block, "more_body": True})


async def _refuse(send: Send, status: int) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", b"text/plain")]})
    await send({"type": "http.response.body", "body": b""})
