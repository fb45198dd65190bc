"""Processes: children that end with their parent, and knowing one again by its number and start."""

import ctypes
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def leash(ending: int = signal.SIGTERM) -> Callable[[], None]:
    """For `Popen(preexec_fn=...)`: the child is sent `ending` when we die, however we die (Linux)."""
    parent = os.getpid()

    def tie() -> None:
        if _LIBC is not None:
            _LIBC.prctl(_PR_SET_PDEATHSIG, ending)
        if os.getppid() != parent:  # we died between the fork and the line above
            os._exit(1)

    return tie


def end_with_parent() -> None:
    """Tie this process to the one that started it; elsewhere than on Linux a thread watches."""
    parent = os.getppid()
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:
            os._exit(1)
        return
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A process by its number and when it started, so that a number used again is not mistaken for it."""

    pid: int
    started: float

    @classmethod
    def of(cls, pid: int) -> "Mark":
        return cls(pid=pid, started=psutil.Process(pid).create_time())

    def find(self) -> psutil.Process | None:
        """The process, if it is still the same one and alive."""
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.started) < 1
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.NoSuchProcess:
            return None


def remember(file: Path, pid: int) -> None:
    """Write the process down in `file`, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    mark = Mark.of(pid)
    draft = file.with_suffix(".draft")
    draft.write_text(json.dumps({"pid": mark.pid, "started": mark.started}))
    draft.replace(file)


def recall(file: Path) -> psutil.Process | None:
    """The process written down in `file`, if it is still alive; a torn or missing file is no process."""
    try:
        found = json.loads(file.read_text())
        return Mark(pid=int(found["pid"]), started=float(found["started"])).find()
    except (OSError, ValueError, KeyError, TypeError):
        return None


def end(processes: Iterable[psutil.Process], *, seconds: float, how: int = signal.SIGTERM) -> None:
    """Ask the processes to stop and kill those that have not after `seconds`."""
    asked = [process for process in processes if _send(process, how)]
    _, alive = psutil.wait_procs(asked, timeout=seconds)
    for process in alive:
        _send(process, signal.SIGKILL)
    psutil.wait_procs(alive, timeout=5)


def _send(process: psutil.Process, number: int) -> bool:
    try:
        process.send_signal(number)
    except psutil.NoSuchProcess:
        return False
    return True


def working_in(folder: Path) -> list[psutil.Process]:
    """Processes whose working folder is `folder`: how a database server shows whose it is."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.cwd() == str(folder):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
    return found
