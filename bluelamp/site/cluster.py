"""The private database: PostgreSQL started and stopped by the program itself, socket only, no password."""

import fcntl
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import IO, Any

import psycopg

from bluelamp.site import cluster_places, cluster_roles, knobs
from bluelamp.site.cluster_places import ACCESS, ROOT_ROLE, SOCKET_NAME, Places, ident_map
from bluelamp.site.cluster_programs import NoCluster, Programs, find, readable_by, runner
from bluelamp.site.processes import end, leash, working_in

START_SECONDS = 120
LARGEST_LOG = 10_000_000


class Cluster:
    """One private database. `start` is safe after any crash; the process is our own child."""

    def __init__(self, home: Path | None = None) -> None:
        self.user = runner()
        self.places: Places = cluster_places.settle(self.user, home)
        self.programs: Programs = readable_by(self.user, find(major=_made_by(self.places.data)), self.places.store)
        self.process: subprocess.Popen[bytes] | None = None
        self._lock: IO[str] | None = None

    def address(self, role: str, database: str = cluster_places.DATABASE) -> str:
        return self.places.address(role, database)

    def start(self) -> None:
        """Take the data over from whatever a crash left, start the server and wait until it answers."""
        self._take_lock()
        self._clear_up()
        if not self.places.data.exists():
            self._make()
        (self.places.data / "pg_hba.conf").write_text(ACCESS)
        (self.places.data / "pg_ident.conf").write_text(ident_map(self.user))
        self._launch()
        self._wait()
        cluster_roles.prepare(self.places)

    def stop(self) -> None:
        """Fast shutdown: open work is rolled back, everything committed is on disk."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait(30)
        self.process = None
        if self._lock:
            self._lock.close()
            self._lock = None

    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def _take_lock(self) -> None:
        if self._lock:
            return
        lock = (self.places.home / "database.lock").open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            lock.close()
            raise NoCluster(
                f"The private database of {self.places.home} is in use by another Bluelamp process."
            ) from error
        self._lock = lock

    def _clear_up(self) -> None:
        """Stop a server, or what is left of one, whose starter was killed. A process is known to be ours because
        it works in our data folder; nothing else is touched."""
        ours = working_in(self.places.data)
        chief = _written_pid(self.places.data / "postmaster.pid")
        end([one for one in ours if one.pid == chief], seconds=30, how=signal.SIGINT)
        end(working_in(self.places.data), seconds=10, how=signal.SIGQUIT)
        if working_in(self.places.data):
            raise NoCluster(f"An old database server still works in {self.places.data} and does not stop.")
        # Now no server of ours lives, so a number in these files can only be another program's by chance.
        for left in (
            self.places.data / "postmaster.pid",
            self.places.socket / f"{SOCKET_NAME}.lock",
            self.places.socket / SOCKET_NAME,
        ):
            left.unlink(missing_ok=True)

    def _make(self) -> None:
        draft = self.places.store / "data.draft"
        shutil.rmtree(draft, ignore_errors=True)
        locale = (
            ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"]
            if self.programs.major >= 17
            else ["--locale=C.UTF-8"]
        )
        made = self._run(
            [
                self.programs.path("initdb"),
                "-D",
                str(draft),
                "-U",
                ROOT_ROLE,
                "--auth=peer",
                "--encoding=UTF8",
                "--data-checksums",
                *locale,
            ]
        )
        if made.returncode != 0:
            raise NoCluster(f"The private database could not be made: {made.stderr.decode(errors='replace').strip()}")
        draft.rename(self.places.data)

    def _run(self, command: list[str]) -> "subprocess.CompletedProcess[bytes]":
        how: dict[str, Any] = {"cwd": self.places.store, "env": _plain(), **self.user.as_popen}
        return subprocess.run(command, capture_output=True, check=False, **how)

    def _launch(self) -> None:
        log = self.places.log
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.replace(log.with_suffix(".log.1"))
        with log.open("ab") as written:
            self.process = subprocess.Popen(  # type: ignore[call-overload]
                [self.programs.path("postgres"), "-D", str(self.places.data), *_options(self.places)],
                stdout=written,
                stderr=written,
                stdin=subprocess.DEVNULL,
                cwd=self.places.store,
                env=_plain(),
                start_new_session=True,
                preexec_fn=leash(signal.SIGINT),
                **self.user.as_popen,
            )

    def _wait(self) -> None:
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if not self.alive():
                break
            try:
                psycopg.connect(self.address(ROOT_ROLE, "postgres"), connect_timeout=5).close()
                return
            except psycopg.OperationalError:
                time.sleep(0.05)
        self.stop()
        raise NoCluster(
            f"The private database did not start. Its log, {self.places.log}, ends:\n{_tail(self.places.log)}"
        )


@contextmanager
def running(home: Path | None = None) -> Iterator[Places]:
    """The private database for the length of one command: the one that runs, or one of our own."""
    there = cluster_places.places(home)
    if _answers(there):
        yield there
        return
    cluster = Cluster(home)
    cluster.start()
    try:
        yield cluster.places
    finally:
        cluster.stop()


def _answers(there: Places) -> bool:
    try:
        psycopg.connect(there.address(ROOT_ROLE, "postgres"), connect_timeout=5).close()
        return True
    except psycopg.OperationalError:
        return False


def _options(places: Places) -> list[str]:
    chosen = {
        "listen_addresses": "",
        "unix_socket_directories": str(places.socket),
        "unix_socket_permissions": "0777",
        "port": "5432",
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
        "max_connections": "100",
        "shared_buffers": "256MB",
        "random_page_cost": "1.1",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "wal_level": "replica",
        "max_wal_size": "1GB",
    }
    return [part for name, value in chosen.items() for part in ("-c", f"{name}={value}")]


def _plain() -> dict[str, str]:
    """The environment without PG* settings of the person who started us, nor our own secrets."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "TMPDIR", "HOME"}}
    return {**kept, "LC_ALL": "C", "TZ": "UTC"}


def _made_by(data: Path) -> int | None:
    try:
        return int((data / "PG_VERSION").read_text())
    except FileNotFoundError:
        return None


def _written_pid(file: Path) -> int | None:
    try:
        return int(file.read_text().split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None


def _tail(log: Path) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-12:])


def database_for_a_command() -> AbstractContextManager[object]:
    """What a single command needs around it: nothing with a real server, else the private database running."""
    return nullcontext() if knobs.text("DATABASE_URL") else running()
