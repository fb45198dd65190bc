"""A provider on this machine, and whoever signs in."""

import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Officer, RoleGrant
from tests.messages.written import MINUTE, NOON, FakeNotify


@pytest.fixture
def notify() -> Iterator[FakeNotify]:
    fake = FakeNotify()

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if fake.answer == 201:
                fake.taken.append({**asked, "path": self.path})
            self.reply(fake.answer, {"id": f"notify-{len(fake.taken)}", "errors": []})

        def do_GET(self) -> None:
            if "?" not in self.path:
                known = {"id": self.path.rpartition("/")[2], "status": fake.status}
                self.reply(200, known) if fake.status else self.reply(503, {"errors": []})
                return
            wanted = parse_qs(urlsplit(self.path).query)["reference"][0]
            found = [{"id": "notify-before"} for one in fake.taken if one["reference"] == wanted]
            self.reply(200, {"notifications": found})

        def reply(self, code: int, body: dict[str, Any]) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    fake.address = f"http://127.0.0.1:{server.server_port}"
    yield fake
    server.shutdown()
    server.server_close()


@pytest.fixture
def sign_in(client: Client, db: None) -> Iterator[Callable[..., Client]]:
    """`sign_in("victim_care_officer")`: a browser of somebody in that role, five minutes past noon."""

    def signed_in(role: str) -> Client:
        officer, made = Officer.objects.get_or_create(user_name=role, defaults={"name": role, "enrolled_at": NOON})
        if made:
            RoleGrant.objects.create(officer=officer, role=role, granted_by="officer:1", granted_at=NOON)
        client.force_login(officer)
        return client

    with clock.set_to(NOON + 5 * MINUTE):
        yield signed_in
