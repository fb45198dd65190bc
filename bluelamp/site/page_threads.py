"""Runs Django's pages in a fixed pool of threads, each with one database connection.

A page's thread is entered once: the whole request is read before, the whole answer is sent after. So no thread waits
for a slow browser, and none crosses back and forth to the event loop.
"""

import asyncio
import io
import sys
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
LARGEST_BODY = 20_000_000
TOO_LARGE = b"What was sent is too large. Nothing was written.\n"


class PageThreads:
    """An ASGI application around a WSGI one."""

    def __init__(self, pages: Callable[..., Iterable[bytes]], *, threads: int) -> None:
        self.pages = pages
        self.pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="page")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _read(receive)
        if body is None:
            await _answer(send, 413, [(b"content-type", b"text/plain")], TOO_LARGE)
            return
        loop = asyncio.get_running_loop()
        status, headers, drawn = await loop.run_in_executor(self.pool, self._page, environment(scope, body))
        await _answer(send, status, headers, drawn)

    def _page(self, asked: dict[str, Any]) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        drawn = self.pages(asked, lambda status, headers, _wrong=None: begun.append((status, headers)))
        try:
            body = b"".join(drawn)
        finally:
            getattr(drawn, "close", lambda: None)()
        status, headers = begun[-1]
        return (
            int(status[:3]),
            [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers],
            body,
        )


async def _read(receive: Receive) -> bytes | None:
    """The whole body; None if it is larger than anybody has reason to send."""
    parts, size, more = [], 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        part = message.get("body", b"")
        size, more = size + len(part), message.get("more_body", False)
        if size > LARGEST_BODY:
            return None
        parts.append(part)
    return b"".join(parts)


async def _answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def environment(scope: Scope, body: bytes) -> dict[str, Any]:
    """The request as WSGI names it (PEP 3333)."""
    server = scope.get("server") or ("localhost", 80)
    client = scope.get("client") or ("", 0)
    asked: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": scope.get("root_path", ""),
        "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1] or 0),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": client[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for raw, given in scope["headers"]:
        if b"_" in raw:  # would pass for a header with a dash, such as one a proxy sets
            continue
        name, value = raw.decode("latin-1").upper().replace("-", "_"), given.decode("latin-1")
        key = name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}"
        joint = "; " if key == "HTTP_COOKIE" else ","
        asked[key] = f"{asked[key]}{joint}{value}" if key in asked else value
    asked["CONTENT_LENGTH"] = str(len(body))
    return asked
