"""The private database survives every way to die, and shows that durability is on."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from bluelamp.site.cluster import Cluster, running
from bluelamp.site.cluster_places import OWNER_ROLE, ROOT_ROLE, WEB_ROLE, Places
from bluelamp.site.cluster_programs import NoCluster
from bluelamp.site.processes import working_in


@pytest.fixture
def home() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="blc-", ignore_cleanup_errors=True) as folder:
        path = Path(folder)
        path.chmod(0o755)
        yield path
        for left in working_in(path / "database" / "data"):
            left.kill()


@pytest.fixture
def cluster(home: Path) -> Iterator[Cluster]:
    one = Cluster(home)
    one.start()
    yield one
    one.stop()


def _ask(cluster: Cluster, question: str, role: str = ROOT_ROLE) -> object:
    with psycopg.connect(cluster.address(role), autocommit=True) as link:
        row = link.execute(question).fetchone()
    return row[0] if row else None


def test_the_web_role_is_neither_owner_nor_superuser(cluster: Cluster) -> None:
    assert _ask(cluster, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user", WEB_ROLE) is False
    assert _ask(cluster, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user", OWNER_ROLE) is False
    assert _ask(cluster, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'bluelamp'") == OWNER_ROLE
    with psycopg.connect(cluster.address(OWNER_ROLE), autocommit=True) as link:
        link.execute("CREATE TABLE kept (n int)")
    with psycopg.connect(cluster.address(WEB_ROLE), autocommit=True) as link:
        link.execute("INSERT INTO kept VALUES (1)")
        for forbidden in ("TRUNCATE kept", "DROP TABLE kept", "CREATE TABLE own (n int)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                link.execute(forbidden)


def test_durability_is_on_and_nothing_listens_on_the_network(cluster: Cluster) -> None:
    assert [_ask(cluster, f"SHOW {name}") for name in ("fsync", "synchronous_commit", "full_page_writes")] == ["on"] * 3
    assert _ask(cluster, "SHOW listen_addresses") == ""
    assert _ask(cluster, "SELECT count(*) FROM pg_extension WHERE extname = ANY "
                "('{btree_gist,pg_trgm,unaccent,fuzzystrmatch}')") == 4  # fmt: skip


def test_the_server_does_not_run_as_root(cluster: Cluster) -> None:
    assert cluster.process is not None
    assert psutil.Process(cluster.process.pid).uids().real != 0


def test_two_owners_at_once_are_refused_in_words(cluster: Cluster, home: Path) -> None:
    with pytest.raises(NoCluster, match="in use by another"):
        Cluster(home).start()
    with running(home) as places:
        assert places.data == cluster.places.data


@pytest.mark.parametrize("whom", ["chief", "everyone"])
def test_nothing_acknowledged_is_lost_by_kill_9(cluster: Cluster, whom: str) -> None:
    with psycopg.connect(cluster.address(ROOT_ROLE), autocommit=True) as link:
        link.execute("CREATE TABLE written (n bigint PRIMARY KEY)")
    acknowledged: list[int] = []
    for round_number in range(3):
        writers = [threading.Thread(target=_write, args=(cluster, acknowledged, round_number, n)) for n in range(3)]
        for writer in writers:
            writer.start()
        time.sleep(0.4)
        _kill(cluster, whom)
        for writer in writers:
            writer.join(20)
        cluster.start()
    with psycopg.connect(cluster.address(ROOT_ROLE)) as link:
        there = {row[0] for row in link.execute("SELECT n FROM written")}
    assert len(acknowledged) > 30
    assert set(acknowledged) <= there


def _write(cluster: Cluster, acknowledged: list[int], round_number: int, writer: int) -> None:
    n = (round_number * 10 + writer) * 1_000_000
    try:
        with psycopg.connect(cluster.address(ROOT_ROLE), autocommit=True) as link:
            while True:
                n += 1
                link.execute("INSERT INTO written VALUES (%s)", (n,))
                acknowledged.append(n)
    except psycopg.OperationalError:
        return


def _kill(cluster: Cluster, whom: str) -> None:
    assert cluster.process is not None
    if whom == "everyone":
        for process in working_in(cluster.places.data):
            process.kill()
    else:
        cluster.process.kill()
    cluster.process.wait(10)


def test_a_stale_note_that_names_a_living_stranger_harms_nobody(cluster: Cluster, home: Path) -> None:
    cluster.stop()
    with subprocess.Popen(["sleep", "60"]) as stranger:
        for note in (cluster.places.data / "postmaster.pid", cluster.places.socket / ".s.PGSQL.5432.lock"):
            note.write_text(f"{stranger.pid}\n{cluster.places.data}\n1\n5432\n")
        again = Cluster(home)
        again.start()
        again.stop()
        assert stranger.poll() is None
        stranger.kill()


STARTER = """
import sys, time
from pathlib import Path
from bluelamp.site import cluster
cluster.leash = lambda ending: (lambda: None)     # as on a system that cannot tie a child to its parent
one = cluster.Cluster(Path(sys.argv[1])); one.start(); print(one.process.pid, flush=True); time.sleep(60)
"""


def test_an_orphan_of_a_killed_starter_is_taken_over(home: Path) -> None:
    starter = subprocess.Popen([sys.executable, "-c", STARTER, str(home)], stdout=subprocess.PIPE, text=True)
    assert starter.stdout is not None
    orphan = int(starter.stdout.readline())
    starter.kill()
    starter.wait(10)
    assert psutil.pid_exists(orphan)
    one = Cluster(home)
    one.start()
    assert not psutil.pid_exists(orphan)
    assert _ask(one, "SELECT 1") == 1
    one.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can tie a child to its parent")
def test_the_server_ends_with_its_starter(home: Path) -> None:
    tied = STARTER.replace("cluster.leash = ", "_ = ")
    starter = subprocess.Popen([sys.executable, "-c", tied, str(home)], stdout=subprocess.PIPE, text=True)
    assert starter.stdout is not None
    server = psutil.Process(int(starter.stdout.readline()))
    os.kill(starter.pid, signal.SIGKILL)
    starter.wait(10)
    psutil.wait_procs([server], timeout=10)
    assert not server.is_running() or server.status() == psutil.STATUS_ZOMBIE


def test_a_half_made_database_is_made_anew(home: Path) -> None:
    one = Cluster(home)
    draft = one.places.store / "data.draft"
    draft.mkdir()
    (draft / "PG_VERSION").write_text("1")
    one.start()
    assert _ask(one, "SELECT 1") == 1
    one.stop()


def test_a_home_with_a_long_name_gets_a_short_socket(tmp_path: Path) -> None:
    deep = tmp_path / ("a-borough-with-a-very-long-name-" * 4)
    assert len(str(Places(home=deep, store=deep).socket / ".s.PGSQL.5432")) <= 100
