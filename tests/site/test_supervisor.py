"""`bluelamp run`: starts, restarts, stops, and recovers after it was killed itself."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from bluelamp.site.processes import working_in


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


class Installation:
    """One installation in a folder of its own, started as a person would."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = _free_port()
        self.process: subprocess.Popen[str] | None = None

    def run(self, **more: str) -> "subprocess.Popen[str]":
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("BLUELAMP_", "DATABASE_", "DJANGO_"))}
        given = {"BLUELAMP_HOME": str(self.home), "BLUELAMP_PORT": str(self.port), "BLUELAMP_DEMO": "yes",
                 "BLUELAMP_FEED": "no", **more}  # fmt: skip
        out = (self.home / "said.txt").open("w")
        self.process = subprocess.Popen([sys.executable, "-m", "bluelamp", "run"], env={**kept, **given}, stdout=out,
                                        stderr=subprocess.STDOUT, text=True)  # fmt: skip
        return self.process

    @property
    def said(self) -> str:
        return (self.home / "said.txt").read_text()

    def healthy(self) -> bool:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            link.request("GET", "/healthy")
            return link.getresponse().status == 200
        except OSError:
            return False
        finally:
            link.close()

    def pid(self, name: str) -> int:
        return int(json.loads((self.home / "running" / f"{name}.json").read_text())["pid"])

    def everyone(self) -> list[psutil.Process]:
        assert self.process is not None
        return [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]


def _until(true: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def installation() -> Iterator[Installation]:
    with tempfile.TemporaryDirectory(prefix="blr-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        one = Installation(Path(folder))
        yield one
        if one.process and one.process.poll() is None:
            one.process.terminate()
            one.process.wait(60)
        for left in working_in(Path(folder) / "database" / "data"):
            left.kill()


@pytest.mark.xdist_group("supervisor")
def test_it_lives_through_every_kill_and_stops_cleanly(installation: Installation) -> None:
    first = installation.run()
    assert _until(installation.healthy), installation.said
    assert _until(lambda: "ready at" in installation.said)
    for name in ("alarms", "notary", "web"):
        _killed_child_comes_back(installation, name)
    _killed_database_comes_back(installation)
    family = installation.everyone()
    first.kill()
    first.wait(10)
    _, alive = psutil.wait_procs(family, timeout=20)
    assert not [p for p in alive if p.status() != psutil.STATUS_ZOMBIE], "children end with their parent"
    began = time.monotonic()
    second = installation.run()
    assert _until(installation.healthy), installation.said
    assert time.monotonic() - began < 30
    family = installation.everyone()
    second.send_signal(signal.SIGINT)
    assert second.wait(40) == 0
    assert "stopped" in installation.said
    assert not psutil.wait_procs(family, timeout=5)[1]


def _killed_child_comes_back(installation: Installation, name: str) -> None:
    before = installation.pid(name)
    os.kill(before, signal.SIGKILL)
    assert _until(lambda: installation.pid(name) != before), name
    assert _until(installation.healthy), name


def _killed_database_comes_back(installation: Installation) -> None:
    data = installation.home / "database" / "data"
    for process in working_in(data):
        process.kill()
    assert _until(lambda: "the database died" in installation.said)
    assert _until(installation.healthy), "the web finds the database again"


def test_a_taken_port_is_said_clearly(installation: Installation) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", installation.port))
        taken.listen()
        assert installation.run().wait(60) == 1
    assert f"Port {installation.port}" in installation.said
    assert "BLUELAMP_PORT" in installation.said


def test_without_a_demonstration_it_refuses_and_says_why(installation: Installation) -> None:
    assert installation.run(BLUELAMP_DEMO="no", BLUELAMP_DEBUG="yes").wait(60) == 1
    assert "BLUELAMP_SECRET is the default" in installation.said
    assert "BLUELAMP_DEBUG is on" in installation.said
