"""`bluelamp run`: starts, restarts, stops, and recovers after it was killed itself."""

import os
import signal
import socket
import time
from contextlib import suppress

import psutil
import pytest

from bluelamp.site.processes import working_in
from tests.site.installation import Installation, until


@pytest.mark.xdist_group("supervisor")
def test_it_lives_through_every_kill_and_stops_cleanly(installation: Installation) -> None:
    first = installation.run()
    assert until(installation.healthy), installation.said
    assert until(lambda: "ready at" in installation.said)
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
    assert until(installation.healthy), installation.said
    assert time.monotonic() - began < 30
    family = installation.everyone()
    second.send_signal(signal.SIGINT)
    assert second.wait(40) == 0
    assert "stopped" in installation.said
    assert not psutil.wait_procs(family, timeout=5)[1]


def _killed_child_comes_back(installation: Installation, name: str) -> None:
    before = installation.pid(name)
    os.kill(before, signal.SIGKILL)
    assert until(lambda: installation.pid(name) != before), name
    assert until(installation.healthy), name


def _killed_database_comes_back(installation: Installation) -> None:
    data = installation.home / "database" / "data"
    for process in working_in(data):
        with suppress(psutil.NoSuchProcess):  # it ended with the one before
            process.kill()
    assert until(lambda: "the database died" in installation.said)
    assert until(installation.healthy), "the web finds the database again"


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


def test_told_to_stop_while_history_is_played_it_stops(installation: Installation) -> None:
    running = installation.run(BLUELAMP_HISTORY="yes")
    assert until(lambda: "of invented history" in installation.said, 120), installation.said
    family = installation.everyone()
    running.send_signal(signal.SIGTERM)
    assert running.wait(40) == 0
    assert "ready at" not in installation.said
    assert not psutil.wait_procs(family, timeout=5)[1]
