"""The process that searches is killed in the middle: the published roster is as it was, and the search goes on anew."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from django.db import connection

from bluelamp.duty.actions.planning import ask_search, draft
from bluelamp.duty.models import Roster, Search
from tests.duty.borough import LITTLEFORD, NOW, WEEKS, Littleford

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 90.0


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Starts `bluelamp planner` on the test's own database; what is left of it is ended at the end."""
    children: list[subprocess.Popen[bytes]] = []
    address = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    known = {"DATABASE_URL": address, "BLUELAMP_BOROUGHS": str(LITTLEFORD.parent), "BLUELAMP_BOROUGH": LITTLEFORD.name}

    def start() -> subprocess.Popen[bytes]:
        with (tmp_path / "planner.log").open("ab") as written:
            command = [sys.executable, "-m", "bluelamp", "planner"]
            child = subprocess.Popen(command, env={**os.environ, **known}, stdout=written, stderr=written)
        children.append(child)
        return child

    yield start
    for child in children:
        if child.poll() is None:
            child.terminate()
            child.wait(PATIENCE)


def until(holds: Callable[[], bool], what: str) -> None:
    ends = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < ends, what
        time.sleep(0.05)


def kill(child: subprocess.Popen[bytes]) -> None:
    """`kill -9`; the processes that it started are its own to lose, and are waited for."""
    below = psutil.Process(child.pid).children(recursive=True)
    os.kill(child.pid, signal.SIGKILL)
    assert child.wait(PATIENCE) == -signal.SIGKILL
    for one in below:
        with suppress(psutil.NoSuchProcess):
            one.kill()
    psutil.wait_procs(below, PATIENCE)


def told(roster: Roster) -> str:
    """All that stands of a roster: its duties and what it says of itself."""
    row = Roster.objects.get(pk=roster.pk)
    duties = list(row.duties.order_by("pk").values_list("pk", "officer_id", "unit", "day", "shift", "kind", "source"))
    said = (row.state, row.version, row.changed_by, row.changed_words, row.units, row.frozen, row.frozen_hash)
    return json.dumps([duties, said], default=str)


def test_a_killed_search_leaves_what_is_published_and_is_taken_up_again(
    littleford: Littleford, started: Callable[[], subprocess.Popen[bytes]]
) -> None:
    published = littleford.a_published_roster()
    before = told(published)
    begins = published.ends
    ref = draft(begins=begins, ends=begins + timedelta(weeks=WEEKS), by=littleford.planner, at=NOW)
    roster = Roster.objects.get(pk=ref.partition(":")[2])
    ask_search(roster=roster.pk, seconds=30, by=littleford.planner, at=NOW)

    def search() -> Search:
        return Search.objects.get(roster=roster)

    first = started()
    until(lambda: search().state == Search.State.RUNNING, "it never began")
    kill(first)
    assert search().state == Search.State.RUNNING, "killed in the middle: nobody could say that it ended"
    assert told(published) == before
    started()
    until(lambda: search().state == Search.State.DONE, "it was not taken up again")
    assert search().done["response"]["proved"]
    assert roster.duties.count() > 400
    assert told(published) == before
