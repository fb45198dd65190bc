"""Under load, `kill -9` of every process in turn: nothing acknowledged is lost, and work goes on by itself."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

import psutil
import psycopg
import pytest

from bluelamp.site.benches.log import LOG_PAGE, a_call, incident_of
from bluelamp.site.benches.visitor import Visitor
from bluelamp.site.cluster_places import ROOT_ROLE, places
from bluelamp.site.processes import working_in
from tests.site.installation import Installation, an_installation, until

pytestmark = pytest.mark.xdist_group("supervisor")
WRITERS, MOST, PAUSE = 3, 4000, 0.02
PATIENCE = 180  # seconds; on a machine with nothing else to do a tenth of it is enough
TROUBLE = (OSError, http.client.HTTPException, ValueError)


@dataclass
class Writer(threading.Thread):
    """Logs calls one after the other. Each has a key and is sent until it is acknowledged."""

    port: int
    stop: threading.Event
    acknowledged: dict[str, str] = field(default_factory=dict)
    sent_again: int = 0
    visitor: Visitor | None = None

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def __hash__(self) -> int:
        return id(self)

    def run(self) -> None:
        while not self.stop.is_set() and len(self.acknowledged) < MOST:
            key = str(uuid.uuid4())
            while not self.stop.is_set() and not self._sent(key):
                self.sent_again += 1
                time.sleep(0.1)
            time.sleep(PAUSE)

    def _sent(self, key: str) -> bool:
        """True once the answer says where the incident is."""
        try:
            if self.visitor is None:
                self.visitor = Visitor(self.port).sign_in("marsh")
                self.visitor.hidden(LOG_PAGE)
            answer = self.visitor.post(LOG_PAGE, a_call(key))
            if number := incident_of(answer):
                self.acknowledged[key] = number
                return True
            assert answer.status >= 500, (answer.status, answer.headers["Location"], answer.text[-2000:])
        except TROUBLE:
            self._reconnect()
        return False

    def _reconnect(self) -> None:
        """The cookies stay: a sign-in outlives every crash."""
        if self.visitor is not None:
            self.visitor.close()


@pytest.fixture(scope="module")
def started() -> Iterator[Installation]:
    """One for both tests: to set one up takes longer than to crash it."""
    with an_installation() as one:
        one.run()
        _is_ready(one)
        yield one


def test_with_the_database_gone_a_page_says_so_and_work_goes_on(started: Installation) -> None:
    installation = started
    assert installation.process is not None
    supervisor = installation.process
    visitor = Visitor(installation.port).sign_in("marsh")
    visitor.hidden(LOG_PAGE)
    key = str(uuid.uuid4())
    supervisor.send_signal(signal.SIGSTOP)  # nobody starts the database again for as long as we look
    try:
        for process in working_in(installation.home / "database" / "data"):
            process.kill()
        assert until(lambda: visitor.get("/healthy").status == 503)
        read, sent = visitor.get("/"), visitor.post(LOG_PAGE, a_call(key))
    finally:
        supervisor.send_signal(signal.SIGCONT)
    assert (read.status, sent.status) == (503, 503)
    assert "The database does not answer" in read.text
    assert "This page was only being read" in read.text
    assert "the same form sent twice does its work once" in sent.text
    assert "999" in read.text
    assert read.headers["Refresh"]
    assert not sent.headers["Refresh"]
    assert until(installation.healthy), installation.said
    assert visitor.get("/").status in (200, 302)
    assert visitor.post(LOG_PAGE, a_call(key)).status in (302, 303)


def test_nothing_acknowledged_is_lost(started: Installation) -> None:
    installation = started
    stop = threading.Event()
    writers = [Writer(port=installation.port, stop=stop) for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    try:
        _goes_on(writers)
        for name in _children(installation):
            _kill(installation.pid(name))
            _comes_back(installation, name)
            _goes_on(writers)
        _kill_a_web_worker(installation)
        _goes_on(writers)
        for which in ("connection", "writer", "chief"):
            _kill_in_the_database(installation, which)
            _goes_on(writers)
        _kill_the_supervisor(installation)
        _goes_on(writers)
    finally:
        stop.set()
        for writer in writers:
            writer.join(40)
    _all_is_there(installation, writers)


def _is_ready(installation: Installation) -> None:
    assert until(lambda: "ready at" in installation.said, PATIENCE), installation.said


def _children(installation: Installation) -> list[str]:
    there = {file.stem for file in (installation.home / "running").glob("*.json")}
    return [name for name in ("web", "relay", "alarms", "notary", "worker") if name in there]


def _kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def _comes_back(installation: Installation, name: str) -> None:
    before = installation.pid(name)
    assert until(lambda: installation.pid(name) != before), f"{name}: {installation.said}"
    assert until(installation.healthy), f"{name}: {installation.said}"


def _goes_on(writers: list[Writer], more: int = 5) -> None:
    """Every writer gets more work acknowledged."""
    before = [len(writer.acknowledged) for writer in writers]
    assert until(lambda: all(len(w.acknowledged) >= n + more for w, n in zip(writers, before, strict=True)), 40), [
        (writer.is_alive(), len(writer.acknowledged), writer.sent_again) for writer in writers
    ]


def _kill_a_web_worker(installation: Installation) -> None:
    """The process that answers, below the one the supervisor knows."""
    worker = psutil.Process(installation.pid("web")).children(recursive=True)[-1]
    worker.kill()
    assert until(installation.healthy), installation.said


def _kill_in_the_database(installation: Installation, which: str) -> None:
    data = installation.home / "database" / "data"
    chief = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    below = [one for one in working_in(data) if one.pid != chief]
    named = {
        "chief": [psutil.Process(chief)],
        "connection": [one for one in below if "bluelamp_web" in " ".join(one.cmdline())],
        "writer": [one for one in below if "walwriter" in " ".join(one.cmdline())],
    }
    named[which][0].kill()
    time.sleep(0.3)
    assert until(installation.healthy), installation.said


def _kill_the_supervisor(installation: Installation) -> None:
    assert installation.process is not None
    family = installation.everyone()
    installation.process.kill()
    installation.process.wait(10)
    _, alive = psutil.wait_procs(family, timeout=20)
    assert not [one for one in alive if one.status() != psutil.STATUS_ZOMBIE], "children end with their parent"
    installation.run()
    _is_ready(installation)


def _all_is_there(installation: Installation, writers: list[Writer]) -> None:
    acknowledged = {key: ref for writer in writers for key, ref in writer.acknowledged.items()}
    assert len(acknowledged) > 50
    assert len(set(acknowledged.values())) == len(acknowledged)
    with psycopg.connect(places(installation.home).address(ROOT_ROLE)) as link:
        incidents = {str(row[0]) for row in link.execute("SELECT id FROM calls_incident")}
        logged = link.execute(
            "SELECT split_part(record, ':', 2) FROM ledger_entry WHERE event = 'calls.incident_logged'"
        ).fetchall()
        answers = dict(link.execute("SELECT key, answer FROM ledger_request").fetchall())
    assert set(acknowledged.values()) <= incidents
    assert {key: json.loads(answers[key]) for key in acknowledged} == {
        key: f"incident:{number}" for key, number in acknowledged.items()
    }
    assert sorted(row[0] for row in logged) == sorted(incidents), "each incident once in the ledger, none without"
    sent_and_lost = len(incidents) - len(acknowledged)
    assert 0 <= sent_and_lost <= WRITERS, "a form sent again does its work once"
    checked = subprocess.run(
        [sys.executable, "-m", "bluelamp", "verify", "--json"],
        env=installation.environment(), capture_output=True, text=True, check=False)  # fmt: skip
    assert checked.returncode == 0, checked.stdout + checked.stderr
    report = json.loads(checked.stdout)
    assert report["sound"]
    assert report["entries"] >= len(acknowledged)
