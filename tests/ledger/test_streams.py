"""From the database through the hub to the event streams, in one event loop and without a web server."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.db import connection

from bluelamp.ledger.channels import Channel, Channels
from bluelamp.ledger.hub import Hub
from bluelamp.ledger.relay import Message
from bluelamp.ledger.streams import Streams, framed

Told = Callable[..., str]
pytestmark = pytest.mark.django_db(transaction=True)
DRAWN: list[frozenset[str]] = []


def render(entries: Sequence[Message], capabilities: frozenset[str]) -> list[tuple[str, str]]:
    DRAWN.append(capabilities)
    return [("line", f"<li>{one.record}\nline {one.facts['number']}</li>") for one in entries]


def known() -> Channels:
    channels = Channels()
    wanted = Channel(name="board", capability="see", render=render, varies=frozenset({"more"}))
    channels.declare(wanted)
    return channels


class Page:
    """A browser's end of one stream."""

    def __init__(self, app: Streams, path: str = "/live/board/", since: str = "", who: str = "see") -> None:
        self.status, self.text, self.closed = 0, "", asyncio.Event()
        headers = [(b"last-event-id", since.encode())] if since else []
        scope = {"type": "http", "path": path, "headers": headers, "query_string": b"", "who": who}
        self.task = asyncio.ensure_future(app(scope, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        await self.closed.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        self.status = message.get("status", self.status)
        self.text += message.get("body", b"").decode()

    async def shows(self, words: str) -> None:
        async with asyncio.timeout(10):
            while words not in self.text:
                await asyncio.sleep(0.005)

    async def close(self) -> None:
        self.closed.set()
        await self.task

    @property
    def last_id(self) -> str:
        return [line for line in self.text.splitlines() if line.startswith("id: ")][-1][4:]


async def authenticate(scope: Any) -> frozenset[str] | None:
    return frozenset(scope["who"].split()) if scope["who"] else None


@asynccontextmanager
async def running() -> AsyncIterator[Streams]:
    DRAWN.clear()
    with tempfile.TemporaryDirectory() as folder:
        socket = Path(folder) / "hub"
        hub = Hub(socket=socket, channels=known(), connect=lambda: connection)
        serving = asyncio.ensure_future(hub.serve())
        try:
            yield Streams(socket=socket, authenticate=authenticate, known=known())
        finally:
            serving.cancel()
            await asyncio.gather(serving, return_exceptions=True)


@async_to_sync
async def scene(play: Callable[[Streams], Any]) -> None:
    async with running() as app:
        await play(app)


def test_a_hundred_streams_get_each_change_once_and_it_is_drawn_once_per_audience(told: Told) -> None:
    async def play(app: Streams) -> None:
        pages = [Page(app, who="see more" if number % 2 else "see other") for number in range(100)]
        await asyncio.gather(*(page.shows("id: ") for page in pages))
        began = monotonic()
        await sync_to_async(told)("incident:1", number=7)
        await asyncio.gather(*(page.shows("data: line 7</li>") for page in pages))
        assert monotonic() - began < 8
        assert {page.text.count("<li>") for page in pages} == {1}
        assert sorted(DRAWN, key=len) == [frozenset({"see"}), frozenset({"see", "more"})]
        await asyncio.gather(*(page.close() for page in pages))
        assert not app.line.streams

    scene(play)


def test_a_page_that_comes_back_gets_what_it_missed_once(told: Told) -> None:
    async def play(app: Streams) -> None:
        first = Page(app)
        await first.shows("id: ")
        await sync_to_async(told)("incident:1", number=1)
        await first.shows("line 1<")
        await first.close()
        await sync_to_async(told)("incident:2", number=2)
        back = Page(app, since=first.last_id)
        await back.shows("line 2<")
        await sync_to_async(told)("incident:3", number=3)
        await back.shows("line 3<")
        assert [f"line {n}<" in back.text for n in (1, 2, 3)] == [False, True, True]
        assert back.text.count("<li>") == 2
        await back.close()

    scene(play)


@pytest.mark.parametrize(
    ("who", "path", "status"), [("", "/live/board/", 401), ("x", "/live/board/", 404), ("see", "/live/none/", 404)]
)
def test_who_may_not_open_it(who: str, path: str, status: int) -> None:
    async def play(app: Streams) -> None:
        page = Page(app, path, who=who)
        await page.task
        assert page.status == status
        assert page.text == ""

    scene(play)


def test_a_position_that_nobody_gave_out_loads_the_page_anew(told: Told) -> None:
    async def play(app: Streams) -> None:
        page = Page(app, since="nonsense")
        await page.shows("event: reload")
        await page.close()

    scene(play)


def test_the_beat_says_the_time_and_whether_the_relay_answers() -> None:
    @async_to_sync
    async def alone() -> None:
        app = Streams(socket=Path("/nonexistent/hub"), authenticate=authenticate, known=known())
        page = Page(app)
        await page.shows("event: beat")
        said = json.loads(page.text.split("data: ")[1].splitlines()[0])
        assert said["live"] is False
        assert said["at"].startswith("20")
        await page.close()

    alone()


def test_a_frame_keeps_lines_apart() -> None:
    assert framed("5:1", [("a", "x\ny")]) == b"id: 5:1\nevent: a\ndata: x\ndata: y\n\n"
    assert framed("5:1", []) == b"id: 5:1\n\n"


def test_the_end_of_a_stream_is_told_once_however_it_ends(told: Told) -> None:
    gone: list[str] = []

    async def left(scope: Any) -> None:
        gone.append(scope["who"])

    async def play(app: Streams) -> None:
        app.left = left
        page = Page(app)
        await page.shows("id: ")
        assert gone == []
        await page.close()
        assert gone == ["see"]

    scene(play)
