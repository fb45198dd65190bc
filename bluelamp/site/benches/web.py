"""The web server as `bluelamp web` starts it, and the CPU it and its database connections use."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time

import psutil

from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.processes import leash

COUNTING = "bluelamp.site.benches.settings_counting"
START_SECONDS = 60
HOST = "127.0.0.1"


class Web:
    """One web server process tree; use it in a `with`. `counting` adds the number of statements to each answer.

    `beside` names loops to run with it, such as the relay.
    """

    def __init__(self, scratch: Scratch, *, counting: bool = False, beside: tuple[str, ...] = ()) -> None:
        self.scratch, self.port = scratch, _free_port()
        self.environment = {**scratch.environment, "BLUELAMP_PORT": str(self.port), "BLUELAMP_ADDRESS": HOST}
        if counting:
            self.environment["DJANGO_SETTINGS_MODULE"] = COUNTING
        self.names = ("web", *beside)
        self.processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> "Web":
        self.processes = [self._start(name) for name in self.names]
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until and self.processes[0].poll() is None:
            if self._answers():
                return self
            time.sleep(0.05)
        self.__exit__()
        raise ValueError(f"The web server of the measurement did not start:\n{self._said()}")

    def __exit__(self, *_: object) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def cpu_seconds(self) -> tuple[float, float]:
        """User and system time so far: (web processes, database connections of the scratch database)."""
        first = psutil.Process(self.processes[0].pid)
        return _cpu([first, *first.children(recursive=True)]), _cpu(self._backends())

    def _backends(self) -> list[psutil.Process]:
        """Processes of the server's side of our connections; none where the server is another machine."""
        rows = self.scratch.ask(
            "SELECT pid FROM pg_stat_activity WHERE datname = %s AND application_name <> 'bluelamp bench'",
            self.scratch.name,
        )
        return [process for (pid,) in rows if (process := _postgres(int(str(pid))))]

    def _start(self, name: str) -> "subprocess.Popen[bytes]":
        with (self.scratch.home / f"{name}.log").open("ab") as written:
            return subprocess.Popen(
                [sys.executable, "-m", "bluelamp", name],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=written,
                preexec_fn=leash(),
            )

    def _answers(self) -> bool:
        link = http.client.HTTPConnection(HOST, self.port, timeout=5)
        try:
            link.request("GET", "/healthy")
            return link.getresponse().status == 200
        except OSError:
            return False
        finally:
            link.close()

    def _said(self) -> str:
        return (self.scratch.home / "web.log").read_text(errors="replace")[-2000:]


def _postgres(pid: int) -> psutil.Process | None:
    try:
        process = psutil.Process(pid)
        return process if "postgres" in process.name() else None
    except psutil.NoSuchProcess:
        return None


def _cpu(processes: list[psutil.Process]) -> float:
    total = 0.0
    for process in processes:
        try:
            times = process.cpu_times()
        except psutil.NoSuchProcess:
            continue
        total += times.user + times.system
    return total


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind((HOST, 0))
        return int(tried.getsockname()[1])


def cores() -> int:
    """Processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
