import json
import stat
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import connection, connections, transaction

from bluelamp.ledger import checkpoints, notary
from bluelamp.ledger.models import Entry
from bluelamp.ledger.notary import DoesNotFit, Places
from bluelamp.ledger.verifying import verify
from tests.ledger.conftest import sign

Told = Callable[..., str]
pytestmark = pytest.mark.django_db(transaction=True)


def test_nothing_new_nothing_signed(told: Told, kept: Places) -> None:
    assert notary.notarise(kept) is None
    told("incident:1")
    assert sign(kept)
    assert notary.notarise(kept) is None


def test_the_key_is_readable_by_its_owner_alone(kept: Places) -> None:
    checkpoints.key_at(kept.key)
    assert stat.S_IMODE(kept.key.stat().st_mode) == 0o600


def test_an_entry_that_commits_late_is_covered_later(told: Told, kept: Places) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def late() -> None:
        with transaction.atomic():
            told("incident:1", what="begun first")
            begun.set()
            go_on.wait(10)
        connections.close_all()

    thread = threading.Thread(target=late)
    thread.start()
    begun.wait(10)
    told("incident:2", what="committed first")
    assert notary.notarise(kept) is None
    go_on.set()
    thread.join()
    signed = sign(kept)
    assert signed is not None
    assert signed.facts["count"] == 2
    assert [leaf.record for leaf in signed.listed()] == ["incident:1", "incident:2"]
    assert verify(connection, kept.file).sound


def test_a_file_that_a_crash_cut_short_is_mended(told: Told, kept: Places) -> None:
    for number in range(3):
        told(f"incident:{number}")
        sign(kept)
    whole = kept.file.read_text(encoding="utf-8")
    kept.file.write_text(whole[:-30], encoding="utf-8")
    assert verify(connection, kept.file).sound
    notary.notarise(kept)
    assert kept.file.read_text(encoding="utf-8") == whole


def test_a_database_that_lost_a_checkpoint_is_not_signed(told: Told, kept: Places) -> None:
    told("incident:1")
    sign(kept)
    told("incident:1")
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica; DELETE FROM ledger_checkpoint")
        cursor.execute("SET session_replication_role = origin")
    with pytest.raises(DoesNotFit, match="checkpoint 1"):
        notary.notarise(kept)


@pytest.fixture
def outside() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """An address that keeps what is posted to it."""
    got: list[dict[str, str]] = []

    class Keeps(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Keeps)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/", got
    server.shutdown()
    thread.join()
    server.server_close()


def test_it_is_posted_to_the_address(told: Told, kept: Places, outside: tuple[str, list[dict[str, str]]]) -> None:
    told("incident:1")
    signed = sign(replace(kept, address=outside[0]))
    assert signed is not None
    assert [one["signature"] for one in outside[1]] == [signed.signature]


def test_an_address_that_does_not_answer_stops_nothing(
    told: Told, kept: Places, caplog: pytest.LogCaptureFixture
) -> None:
    told("incident:1")
    assert sign(replace(kept, address="http://127.0.0.1:9/"))
    assert "not accepted" in caplog.text


def test_it_runs_until_told_to_stop_and_outlives_a_fault(told: Told, kept: Places) -> None:
    stop, said = threading.Event(), list[str]()
    kept.file.parent.mkdir(exist_ok=True)
    kept.file.mkdir()  # cannot be read as a file
    told("incident:1")

    def report(words: str) -> None:
        said.append(words)
        if kept.file.is_dir():
            kept.file.rmdir()
        else:
            stop.set()

    thread = threading.Thread(
        target=lambda: (notary.run(kept, stop, every=0.1, report=report), connections.close_all())
    )
    thread.start()
    for _ in range(100):
        if kept.file.is_file() or stop.wait(0.05):
            break
    stop.set()
    thread.join()
    assert said
    assert [one.number for one in checkpoints.in_file(kept.file)] == [1]
    assert Entry.objects.count() == 1
