"""`bluelamp rehearse`: the rehearsal in a database of its own, never in the one this installation serves."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from bluelamp.site import cluster_places, cluster_roles, knobs
from bluelamp.site.cluster import database_for_a_command
from bluelamp.site.cluster_places import OWNER_ROLE, ROOT_ROLE, WEB_ROLE
from bluelamp.twin.asking import parsed

NAME = "bluelamp_rehearsal"
Link = psycopg.Connection[tuple[object, ...]]


def main(arguments: list[str]) -> int:
    """Read and check what is asked; make the database, run in it, print, drop it."""
    given = parsed(arguments)
    with database_for_a_command():
        name = f"{NAME}_{uuid.uuid4().hex[:8]}"
        os.environ.update(_environment(name))
        import django

        django.setup()
        from bluelamp.twin.rehearsing import rehearse

        print(rehearse(given, partial(_database, name, keep=given.keep)))  # noqa: T201
        if given.keep:
            said = f"kept: BLUELAMP_DEMO=yes DATABASE_URL='{_address(name, WEB_ROLE)}' bluelamp web"
            print(said, file=sys.stderr)  # noqa: T201
    return 0


def _environment(name: str) -> dict[str, str]:
    """Demonstration only: what holds invented data can be opened in no other way, and every page says so."""
    _GIVEN["DATABASE_URL"] = knobs.text("DATABASE_URL")
    return {
        "DATABASE_URL": _address(name, WEB_ROLE),
        "BLUELAMP_DEMO": "yes",
        "BLUELAMP_LEASHED": "yes",
        "DJANGO_SETTINGS_MODULE": "bluelamp.site.settings",
    }


_GIVEN: dict[str, str] = {}


def _address(name: str, role: str) -> str:
    """The database of that name on the server of this installation; on a server given, as the role given."""
    if given := _GIVEN.get("DATABASE_URL"):
        return urlunsplit(urlsplit(given)._replace(path=f"/{name}"))
    return cluster_places.places().address(role, name)


@contextmanager
def _database(name: str, *, keep: bool) -> Iterator[None]:
    """A fresh copy of the migrated template; commits in it need not wait for the disk: it is a scratch database."""
    with psycopg.connect(_address("postgres", ROOT_ROLE), autocommit=True) as link:
        template = _template(link)
        _make(link, name, template)
        link.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(name)))
        try:
            yield
        except BaseException:
            keep = False
            raise
        finally:
            if not keep:
                link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _template(link: Link) -> str:
    """The migrated, empty database that rehearsals are copied from; made again when a migration has changed."""
    name = f"{NAME}_template_{_fingerprint()}"
    if link.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
        return name
    for (old,) in link.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", (f"{NAME}_template_%",)):
        link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(str(old))))
    draft = f"{name}_draft"
    _make(link, draft, "template1")
    if not _GIVEN["DATABASE_URL"]:
        with psycopg.connect(_address(draft, ROOT_ROLE), autocommit=True) as inside:
            cluster_roles.prepare_database(inside)
    migrating = {**os.environ, "DATABASE_URL": _address(draft, OWNER_ROLE), "BLUELAMP_DATABASE_ROLE": OWNER_ROLE}
    subprocess.run([sys.executable, "-m", "bluelamp", "migrate", "--quiet"], env=migrating, check=True)
    done = sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(draft), sql.Identifier(name))
    link.execute(done)
    return name


def _make(link: Link, name: str, template: str) -> None:
    owned = sql.SQL("") if _GIVEN["DATABASE_URL"] else sql.SQL(" OWNER {}").format(sql.Identifier(OWNER_ROLE))
    made = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
    try:
        link.execute(made + owned)
    except psycopg.errors.InsufficientPrivilege:
        words = "A rehearsal makes a database of its own: the role of DATABASE_URL needs the right CREATEDB."
        raise ValueError(words) from None


def _fingerprint() -> str:
    """Of every migration file: when one changes the template is made again."""
    told = sha256()
    for file in sorted((knobs.BASE / "bluelamp").glob("*/migrations/*")):
        if file.suffix in {".py", ".sql"}:
            told.update(file.name.encode() + file.read_bytes())
    return told.hexdigest()[:12]
