"""One real installation for the browser tests: a database of its own, the web server, the relay and the alarms."""

import contextlib
import itertools
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from bluelamp.site import cluster_roles
from bluelamp.site.cluster_places import OWNER_ROLE, WEB_ROLE
from bluelamp.site.command_table import COMMANDS
from bluelamp.site.processes import leash

FOLLOWERS = ("relay", "alarms")
WORLD = ("tests.journeys.world", "tests.journeys.orders")
PATIENCE = 180.0


_counted = itertools.count(1)


class Database:
    """A database of our own on the server of the test run, made as the program makes its own: owner, web role."""

    def __init__(self, server: str) -> None:
        self.server = urlsplit(server)
        self.name = f"bluelamp_browser_{os.getpid()}_{next(_counted)}"

    def address(self, role: str = "", name: str = "") -> str:
        """As `role`; a server that wants a password knows only the role it was given with."""
        _, _, host = self.server.netloc.rpartition("@")
        who = f"{role}@{host}" if role and not self.server.password else self.server.netloc
        return self.server._replace(netloc=who, path=f"/{name or self.name}").geturl()

    def make(self) -> None:
        with psycopg.connect(self.address(name="postgres"), autocommit=True) as link:
            there = {row[0] for row in link.execute("SELECT rolname FROM pg_roles")}
            for role in {OWNER_ROLE, WEB_ROLE} - there:
                link.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
            name, owner = sql.Identifier(self.name), sql.Identifier(OWNER_ROLE)
            link.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, owner))
        with psycopg.connect(self.address(), autocommit=True) as link:
            cluster_roles.prepare_database(link)

    def drop(self) -> None:
        with psycopg.connect(self.address(name="postgres"), autocommit=True) as link:
            link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.name)))


class Installation:
    """Started with `with`; `address` is where it answers, `made` what its world holds, `order` acts in a test.

    `world`: the modules whose `make` fills it and whose `ORDERS` it obeys. `more`: settings beside ours.
    """

    def __init__(
        self, home: Path, server: str, *, world: tuple[str, str] = WORLD, followers: Sequence[str] = FOLLOWERS,
        more: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.home, self.database, self.port = home, Database(server), _free_port()
        self.world, self.followers, self.more = world, followers, more or {}
        self.address = f"http://127.0.0.1:{self.port}"
        self.made: dict[str, int] = {}
        self.children: list[subprocess.Popen[Any]] = []

    def __enter__(self) -> Self:
        try:
            self.database.make()
            self._run("bluelamp", "migrate", "--quiet", role=OWNER_ROLE).wait(PATIENCE)
            self.stage = self._start("tests.journeys.stage", *self.world, pipes=True)
            self._start("bluelamp", "web")
            self.made = self._heard()["made"]
            for name in self.followers:
                if COMMANDS[name].exists():
                    self._start("bluelamp", name)
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for child in self.children:
            child.terminate()
        for child in self.children:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(10)
            if child.poll() is None:
                child.kill()
                child.wait()
        self.database.drop()

    def order(self, order: str, **facts: Any) -> Any:
        """Have the stage do one of `orders.ORDERS` and answer."""
        self.stage.stdin.write(json.dumps({"order": order, **facts}) + "\n")
        self.stage.stdin.flush()
        heard = self._heard()
        assert "answer" in heard, heard
        return heard["answer"]

    def _heard(self) -> dict[str, Any]:
        line = self.stage.stdout.readline()
        if not line:
            raise AssertionError(f"The stage ended:\n{self.log(self.world[-1])}")
        found: dict[str, Any] = json.loads(line)
        return found

    def log(self, name: str) -> str:
        """The end of what a process wrote."""
        file = self.home / f"{name}.log"
        return file.read_text()[-3000:] if file.exists() else ""

    def _run(self, *command: str, role: str, log: str = "migrate") -> subprocess.Popen[Any]:
        with (self.home / f"{log}.log").open("ab") as written:
            return subprocess.Popen(
                [sys.executable, "-m", *command], env=self._environment(role), stdout=written, stderr=written
            )

    def _start(
        self, *command: str, pipes: bool = False, more: Mapping[str, str] | None = None
    ) -> subprocess.Popen[Any]:
        with (self.home / f"{command[-1]}.log").open("ab") as written:
            child = subprocess.Popen(
                [sys.executable, "-m", *command],
                stdin=subprocess.PIPE if pipes else subprocess.DEVNULL,
                stdout=subprocess.PIPE if pipes else written,
                stderr=written,
                text=True,
                env={**self._environment(WEB_ROLE), **(more or {})},
                start_new_session=True,
                preexec_fn=leash(),
            )
        self.children.append(child)
        return child

    @contextlib.contextmanager
    def without_database(self) -> Iterator[str]:
        """A second web server of the same installation whose database is away; gives its address."""
        port = _free_port()
        away = {"DATABASE_URL": f"postgresql://nobody@127.0.0.1:{_free_port()}/nothing", "BLUELAMP_PORT": str(port)}
        child = self._start("bluelamp", "web", more=away)
        try:
            _listening(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            child.terminate()
            child.wait(15)

    def _environment(self, role: str) -> dict[str, str]:
        ours = {
            "DATABASE_URL": self.database.address(role),
            "BLUELAMP_HOME": str(self.home),
            "BLUELAMP_PORT": str(self.port),
            "BLUELAMP_DEMO": "yes",
            "BLUELAMP_LEASHED": "yes",
            "BLUELAMP_STOP_SECONDS": "4",
        }
        return {**os.environ, **ours, **self.more}

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{self.address}/healthy", timeout=2).close()
                return
            time.sleep(0.05)
        raise AssertionError(f"The web server did not answer:\n{self.log('web')}")


def _listening(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        time.sleep(0.05)
    raise AssertionError(f"Nothing listens at {port}.")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def running(home: Path, **kind: Any) -> Iterator[Installation]:
    """An installation for the length of a test session."""
    with Installation(home, os.environ["DATABASE_URL"], **kind) as started:
        yield started
