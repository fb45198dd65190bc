"""`bluelamp run`: starts every process, restarts any that dies, and stops them all in order."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from bluelamp.site import knobs
from bluelamp.site.cluster import Cluster
from bluelamp.site.cluster_programs import NoCluster
from bluelamp.site.command_table import COMMANDS
from bluelamp.site.processes import end, leash, recall, remember

SHORTEST_REST, LONGEST_REST, PROVEN_AFTER = 0.2, 30.0, 30.0  # seconds
LARGEST_LOG = 10_000_000
DEMO_ONLY = {"feed"}
NAMES = ("web", "relay", "alarms", "notary", "worker", "planner", "feed")


@dataclass
class Child:
    """One process of ours and how it has fared."""

    name: str
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    rest: float = SHORTEST_REST
    again_at: float = field(default=0.0)

    def dead(self) -> bool:
        return self.process is None or self.process.poll() is not None


class Supervisor:
    """The parent of every process of one installation."""

    def __init__(self) -> None:
        self.home = knobs.folder("BLUELAMP_HOME")
        self.home.mkdir(parents=True, exist_ok=True)
        self.cluster = None if knobs.text("DATABASE_URL") else Cluster(self.home)
        self.children = [Child(name) for name in NAMES if wanted(name)]
        self.stopping = False

    def take_over(self) -> None:
        """Refuse if another supervisor lives; end what a killed one left behind."""
        other = recall(self._mark("run"))
        if other and other.pid != os.getpid():
            raise NoCluster(f"Bluelamp already runs from {self.home} (process {other.pid}).")
        remember(self._mark("run"), os.getpid())
        left = [process for name in NAMES if (process := recall(self._mark(name)))]
        end(left, seconds=knobs.number("BLUELAMP_STOP_SECONDS"))

    def watch(self) -> None:
        """Until told to stop: keep the database and every child alive."""
        while not self.stopping:
            self.tend()
            time.sleep(0.1)

    def tend(self) -> None:
        """Look at everything once; start again what died and has rested."""
        self._keep_database()
        for child in self.children:
            if not self.stopping:
                self._keep(child)

    def start_children(self) -> None:
        for child in self.children:
            self._start(child)

    def stop(self) -> None:
        """The web first, so that nothing new comes in; the database last."""
        for group in ([one for one in self.children if one.name == "web"], self.children):
            self._stop(group)
        if self.cluster:
            self.cluster.stop()
        self._mark("run").unlink(missing_ok=True)

    def _stop(self, group: list[Child]) -> None:
        alive = [one.process for one in group if one.process and not one.dead()]
        for process in alive:
            process.terminate()
        until = time.monotonic() + knobs.number("BLUELAMP_STOP_SECONDS")
        for process in alive:
            try:
                process.wait(max(0.0, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for one in group:
            self._mark(one.name).unlink(missing_ok=True)

    def _keep_database(self) -> None:
        if self.cluster and not self.cluster.alive():
            say("the database died: starting it again")
            self.cluster.start()

    def _keep(self, child: Child) -> None:
        now = time.monotonic()
        if not child.dead():
            if now - child.started > PROVEN_AFTER:
                child.rest = SHORTEST_REST
            return
        if not child.again_at:
            child.again_at = now + child.rest
            code = child.process.returncode if child.process else None
            say(f"{child.name} died ({code}): starting it again in {child.rest:.1f} s")
            child.rest = min(child.rest * 2, LONGEST_REST)
        elif now >= child.again_at:
            self._start(child)

    def _start(self, child: Child) -> None:
        with self._log(child.name) as written:
            child.process = subprocess.Popen(
                [sys.executable, "-m", "bluelamp", child.name],
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=written,
                env={**os.environ, "BLUELAMP_LEASHED": "yes"},
                start_new_session=True,
                preexec_fn=leash(),
            )
        child.started, child.again_at = time.monotonic(), 0.0
        remember(self._mark(child.name), child.process.pid)

    def _log(self, name: str) -> IO[bytes]:
        file = self.home / "logs" / f"{name}.log"
        file.parent.mkdir(exist_ok=True)
        if file.exists() and file.stat().st_size > LARGEST_LOG:
            file.replace(file.with_suffix(".log.1"))
        return file.open("ab")

    def _mark(self, name: str) -> Path:
        return self.home / "running" / f"{name}.json"


def wanted(name: str) -> bool:
    """Whether this process is built yet and asked for."""
    if name in DEMO_ONLY and not (knobs.yes("BLUELAMP_DEMO") and knobs.yes("BLUELAMP_FEED")):
        return False
    return COMMANDS[name].exists()


def say(words: str) -> None:
    """One line to the person who started us."""
    print(f"bluelamp: {words}", flush=True)  # noqa: T201


def listen_for_the_end(supervisor: Supervisor) -> None:
    """Ctrl-C or SIGTERM stops in order; a second one at once."""

    def heard(_number: int, _frame: object) -> None:
        if supervisor.stopping:
            for child in supervisor.children:
                if child.process and not child.dead():
                    child.process.kill()
        supervisor.stopping = True

    signal.signal(signal.SIGINT, heard)
    signal.signal(signal.SIGTERM, heard)
