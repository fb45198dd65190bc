import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bluelamp.access.acting import Acting
from bluelamp.ledger.models import Entry
from bluelamp.messages.actions.sending import send
from bluelamp.messages.models import Message, State
from bluelamp.messages.providers import Notify, provider
from bluelamp.messages.rules.safe_channel import Channel, SafeContactFacts
from bluelamp.messages.worker import send_next
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import Refused

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SAFE = SafeContactFacts(ways=frozenset({Way.TEXT, Way.EMAIL, Way.LETTER}), until=time(20))
SENDER = Acting(ref="officer:5", name="M. Sutter", capabilities=frozenset({"messages.send"}))
KEY = "trial-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"


@dataclass
class FakeNotify:
    """Answers like the provider, on this machine, and remembers what it took."""

    address: str = ""
    answer: int = 201
    taken: list[dict[str, Any]] = field(default_factory=list)


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


def ask(**changes: Any) -> str:
    facts = {"to": "person:12", "channel": Channel.TEXT, "address": "07700 900123", "template": "call-us"}
    facts |= {"personalisation": {"when": "after 5 pm"}, "safe": SAFE, "by": SENDER, "at": NOON}
    return send(**{**facts, **changes})


def the_message() -> Message:
    return Message.objects.get()


def test_a_message_is_sent_once_under_our_reference(notify: FakeNotify) -> None:
    ask()
    carrier = Notify(KEY, notify.address)
    assert send_next(carrier, at=NOON)
    assert not send_next(carrier, at=NOON + timedelta(hours=1))
    (taken,) = notify.taken
    assert taken["path"] == "/v2/notifications/sms"
    assert (taken["phone_number"], taken["personalisation"]) == ("07700 900123", {"when": "after 5 pm"})
    assert (the_message().state, the_message().provider_reference) == (State.SENT, "notify-1")
    assert taken["reference"] == str(the_message().reference)


@pytest.mark.parametrize(("channel", "path"), [(Channel.EMAIL, "email"), (Channel.LETTER, "letter")])
def test_each_channel_goes_its_own_way(notify: FakeNotify, channel: Channel, path: str) -> None:
    ask(channel=channel, address="1 Elstree Way\nBorehamwood")
    send_next(Notify(KEY, notify.address), at=NOON)
    assert notify.taken[0]["path"] == f"/v2/notifications/{path}"


def test_without_a_provider_it_is_kept_and_says_so_and_is_never_called_sent() -> None:
    assert provider() is None
    ask()
    send_next(None, at=NOON)
    assert the_message().get_state_display() == "Not sent: no provider set"
    assert the_message().sent_at is None
    assert [entry.event for entry in Entry.objects.order_by("seq")] == ["messages.asked", "messages.kept"]


def test_an_unsafe_message_is_refused_and_nothing_is_written() -> None:
    for unsafe in ({"safe": None}, {"personalisation": {"note": "The police rang"}}, {"at": NOON.replace(hour=21)}):
        with pytest.raises(Refused):
            ask(**unsafe)
    with pytest.raises(Refused):
        ask(by=Acting(ref="officer:6", name="Nobody"))
    assert not Message.objects.exists()
    assert not Entry.objects.exists()


def test_it_is_asked_again_whether_the_hour_is_safe_before_it_leaves(notify: FakeNotify) -> None:
    ask()
    send_next(Notify(KEY, notify.address), at=NOON.replace(hour=21))
    assert (the_message().state, notify.taken) == (State.REFUSED, [])


def test_a_provider_that_is_down_is_tried_again_and_one_that_refuses_is_not(notify: FakeNotify) -> None:
    carrier = Notify(KEY, notify.address)
    ask()
    notify.answer = 500
    send_next(carrier, at=NOON)
    assert (the_message().state, the_message().trouble) == (State.SENDING, "Provider answered 500")
    notify.answer = 400
    send_next(carrier, at=NOON + timedelta(minutes=5))
    assert (the_message().state, the_message().trouble) == (State.FAILED, "Provider answered 400")


def test_a_worker_that_died_after_sending_does_not_make_it_go_twice(notify: FakeNotify) -> None:
    ask()
    notify.taken.append({"reference": str(the_message().reference)})
    Message.objects.update(state=State.SENDING)
    send_next(Notify(KEY, notify.address), at=NOON + timedelta(minutes=3))
    assert len(notify.taken) == 1
    assert (the_message().state, the_message().provider_reference) == (State.SENT, "notify-before")


def test_the_ledger_holds_neither_address_nor_words() -> None:
    ask()
    (entry,) = Entry.objects.all()
    assert "900123" not in entry.facts
    assert "5 pm" not in entry.facts
    assert entry.about == ["person:12"]
