"""A database of its own for one measurement, filled with the borough and the demonstration officers, dropped after."""

import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from bluelamp.site import cluster_roles, knobs
from bluelamp.site.cluster import running
from bluelamp.site.cluster_places import OWNER_ROLE, ROOT_ROLE, WEB_ROLE

DURABLE = ("fsync", "synchronous_commit", "full_page_writes")


@dataclass(frozen=True, kw_only=True)
class Scratch:
    """Addresses of the scratch database by role, and the folder that stands for an installation's home."""

    name: str
    root: str
    owner: str
    web: str
    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a process of this scratch installation is started with."""
        return {
            **os.environ,
            "BLUELAMP_HOME": str(self.home),
            "BLUELAMP_DEMO": "yes",
            "BLUELAMP_FEED": "no",
            "BLUELAMP_DEBUG": "no",
            "BLUELAMP_LEASHED": "yes",
            "DATABASE_URL": self.web,
            "DJANGO_SETTINGS_MODULE": "bluelamp.site.settings",
        }

    def ask(self, question: str, *values: object) -> list[tuple[object, ...]]:
        """Rows of one question put as the superuser (or the one role there is)."""
        with psycopg.connect(self.root, autocommit=True, application_name="bluelamp bench") as link:
            return link.execute(question.encode(), values).fetchall()


@contextmanager
def scratch() -> Iterator[Scratch]:
    """Make it, refuse if durability is off, fill it, and drop it whatever happens."""
    given = knobs.text("DATABASE_URL")
    home = Path(tempfile.mkdtemp(prefix="blbench-"))
    name = f"bluelamp_bench_{uuid.uuid4().hex[:8]}"
    try:
        if given:
            with _made(_on_server(given, name, home), given) as made:
                yield made
            return
        with running() as places:
            addresses = {"root": ROOT_ROLE, "owner": OWNER_ROLE, "web": WEB_ROLE}
            one = Scratch(name=name, home=home, **{k: places.address(role, name) for k, role in addresses.items()})
            with _made(one, places.address(ROOT_ROLE, "postgres")) as made:
                yield made
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def _made(one: Scratch, through: str) -> Iterator[Scratch]:
    with psycopg.connect(through, autocommit=True) as link:
        _insist_on_durability(link)
        owned = sql.SQL(" OWNER {}").format(sql.Identifier(OWNER_ROLE)) if one.owner != one.web else sql.SQL("")
        link.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(one.name)) + owned)
    try:
        _fill(one)
        yield one
    finally:
        with psycopg.connect(through, autocommit=True) as link:
            link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(one.name)))


def durability(link: "psycopg.Connection[tuple[object, ...]]") -> dict[str, str]:
    """The server's settings that decide whether a commit survives a power cut."""
    return {name: str(link.execute(f"SHOW {name}".encode()).fetchone()[0]) for name in DURABLE}  # type: ignore[index]


def _insist_on_durability(link: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Raise ValueError that names what is off: a figure without durability would be a lie."""
    if off := [name for name, value in durability(link).items() if value == "off"]:
        raise ValueError(f"The server runs with {', '.join(off)} off. No figure is measured without durability.")


def _fill(one: Scratch) -> None:
    """Tables as their owner; then, in this process, the borough and the officers."""
    if one.owner != one.web:
        with psycopg.connect(one.root, autocommit=True) as link:
            cluster_roles.prepare_database(link)
    migrating = {**one.environment, "DATABASE_URL": one.owner, "BLUELAMP_DATABASE_ROLE": OWNER_ROLE}
    subprocess.run([sys.executable, "-m", "bluelamp", "migrate", "--quiet"], env=migrating, check=True)
    os.environ.update(one.environment)
    import django

    django.setup()
    from django.db import connection

    from bluelamp.site.commands.setup import collect_static_files
    from bluelamp.site.set_up_steps import borough, demonstration_people

    collect_static_files()
    borough()
    demonstration_people(lambda _words: None)
    connection.close()


def _on_server(given: str, name: str, home: Path) -> Scratch:
    address = urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
    return Scratch(name=name, root=address, owner=address, web=address, home=home)
