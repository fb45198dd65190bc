"""Django's pages behind the asynchronous server: bodies, headers, limits, and many at once."""

import asyncio
import threading
from typing import Any

import pytest

from bluelamp.site import page_threads
from bluelamp.site.page_threads import PageThreads
from tests.loops import finished

HEADERS = [(b"cookie", b"a=1"), (b"cookie", b"b=2"), (b"x-real", b"yes"), (b"x_real", b"forged")]
SCOPE = {
    "type": "http",
    "method": "POST",
    "path": "/caf\u00e9/",
    "query_string": b"a=1",
    "http_version": "1.1",
    "headers": HEADERS,
}


def _ask(pages: Any, *parts: bytes, threads: int = 2, times: int = 1) -> list[list[dict[str, Any]]]:
    async def one(app: PageThreads) -> list[dict[str, Any]]:
        waiting = [{"type": "http.request", "body": part, "more_body": n < len(parts) - 1}
                   for n, part in enumerate(parts)]  # fmt: skip
        sent: list[dict[str, Any]] = []
        futures = iter(waiting)

        def receive() -> Any:  # as the server does it: something to wait for that is no coroutine
            future = asyncio.get_running_loop().create_future()
            future.set_result(next(futures))
            return future

        async def send(message: Any) -> None:
            sent.append(message)

        await app(dict(SCOPE), receive, send)
        return sent

    async def everyone() -> list[list[dict[str, Any]]]:
        app = PageThreads(pages, threads=threads)
        return await asyncio.gather(*(one(app) for _ in range(times)))

    return finished(everyone())


def _echo(environment: dict[str, Any], start: Any) -> list[bytes]:
    start("200 OK", [("X-Path", environment["PATH_INFO"]), ("X-Cookie", environment["HTTP_COOKIE"])])
    return [environment["wsgi.input"].read(), b"|", environment["HTTP_X_REAL"].encode()]


def test_a_form_in_parts_arrives_whole() -> None:
    start, body = _ask(_echo, b"one ", b"two")[0]
    assert start["status"] == 200
    assert (b"x-path", "/caf\u00e9/".encode()) in start["headers"]
    assert (b"x-cookie", b"a=1; b=2") in start["headers"]
    assert body["body"] == b"one two|yes", "a header with an underscore is nobody's"


def test_too_much_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_threads, "LARGEST_BODY", 5)
    start, body = _ask(_echo, b"1234", b"5678")[0]
    assert start["status"] == 413
    assert b"Nothing was written" in body["body"]


def test_no_more_threads_than_were_asked_for() -> None:
    seen: set[str] = set()

    def page(environment: dict[str, Any], start: Any) -> list[bytes]:
        seen.add(threading.current_thread().name)
        start("204 No Content", [])
        return []

    assert all(answer[0]["status"] == 204 for answer in _ask(page, b"", threads=2, times=20))
    assert len(seen) <= 2
