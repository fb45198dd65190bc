"""A little server for the gallery: the drawn page and our static files, under the policy that pages are served with."""

import mimetypes
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

DESIGN = Path(__file__).resolve().parents[2] / "bluelamp" / "design"
ROOTS = (DESIGN / "built", DESIGN / "static")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; "
    "img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


class Served(dict[str, tuple[str, bytes]]):
    """Pages by path: content type and bytes."""


def _handler(pages: Served) -> type[BaseHTTPRequestHandler]:
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.split("?")[0]
            found = pages.get(path) or _static(path)
            self.send_response(200 if found else 404)
            kind, body = found or ("text/plain", b"")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Security-Policy", POLICY)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            return

    return Answer


def _static(path: str) -> tuple[str, bytes] | None:
    name = path.removeprefix("/static/")
    file = next((root / name for root in ROOTS if (root / name).is_file()), None)
    if file is None or not path.startswith("/static/"):
        return None
    kind = "text/javascript" if file.suffix in (".js", ".mjs") else mimetypes.guess_type(file.name)[0] or "font/woff2"
    return kind, file.read_bytes()


@pytest.fixture(scope="session")
def pages() -> Served:
    return Served()


@pytest.fixture(scope="session")
def address(pages: Served) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(pages))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
