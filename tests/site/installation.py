"""One installation in a folder of its own, for tests that start and kill the whole of it."""

import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

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
        out = (self.home / "said.txt").open("w")
        command = [sys.executable, "-m", "bluelamp", "run"]
        environment = self.environment(**more)
        self.process = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.STDOUT, text=True)
        return self.process

    def environment(self, **more: str) -> dict[str, str]:
        """What its processes are started with; nothing of the environment of the tests."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("BLUELAMP_", "DATABASE_", "DJANGO_"))}
        given = {
            "BLUELAMP_HOME": str(self.home),
            "BLUELAMP_PORT": str(self.port),
            "BLUELAMP_DEMO": "yes",
            "BLUELAMP_FEED": "no",
            "BLUELAMP_HISTORY": "no",
        }
        return {**kept, **given, **more}

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


def until(true: Callable[[], bool], seconds: float = 180) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


@contextmanager
def an_installation() -> Iterator[Installation]:
    """Not started yet; whatever was started is stopped and everything it wrote removed."""
    with tempfile.TemporaryDirectory(prefix="blr-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        one = Installation(Path(folder))
        try:
            yield one
        finally:
            if one.process and one.process.poll() is None:
                one.process.terminate()
                one.process.wait(60)
            for left in working_in(Path(folder) / "database" / "data"):
                left.kill()
