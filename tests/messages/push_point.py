"""A push service on this machine and the device behind it: takes alerts, checks who signed them, and reads them."""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import http_ece
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02


def b64(of: bytes) -> str:
    return base64.urlsafe_b64encode(of).decode().rstrip("=")


class PushPoint:
    """`point.read` are the alerts that the device could read; `answer` is the status it gives."""

    def __init__(self) -> None:
        self.key, self.secret = ec.generate_private_key(ec.SECP256R1()), b"sixteen bytes ok"
        self.read: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.sealed: list[bytes] = []
        self.answer, self.leads_to, self.address = 201, "", ""

    @property
    def point(self) -> str:
        form = serialization.PublicFormat.UncompressedPoint
        return b64(self.key.public_key().public_bytes(serialization.Encoding.X962, form))

    @property
    def keys(self) -> dict[str, str]:
        """As the browser would give them."""
        return {"endpoint": f"{self.address}/device/1", "point": self.point, "secret": b64(self.secret)}

    def take(self, headers: dict[str, str], body: bytes) -> None:
        """Signed for this place, and sealed so that only this device reads it; else an error."""
        signed = Vapid02.verify(headers["Authorization"])
        assert signed, headers
        self.headers.append(headers)
        self.sealed.append(body)
        opened = http_ece.decrypt(body, private_key=self.key, auth_secret=self.secret, version="aes128gcm")
        self.read.append(json.loads(opened))


@contextmanager
def push_point() -> Iterator[PushPoint]:
    """Served on this machine only, for as long as the test runs."""
    point = PushPoint()

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if point.answer == 201:
                point.take(dict(self.headers), body)
            self.send_response(point.answer)
            if point.leads_to:
                self.send_header("Location", point.leads_to)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    point.address = f"http://127.0.0.1:{server.server_port}"
    yield point
    server.shutdown()
    server.server_close()
