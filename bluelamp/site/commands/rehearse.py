"""`bluelamp rehearse`: the rehearsal in a database of its own, never in the one this installation serves."""

import os
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from psycopg import sql

from bluelamp.site import knobs
from bluelamp.site.cluster import database_for_a_command
from bluelamp.site.cluster_places import WEB_ROLE
from bluelamp.site.rehearsal_template import NAME, Server
from bluelamp.twin.asking import parsed


def main(arguments: list[str]) -> int:
    """Read and check what is asked; make the database, run in it, print, drop it."""
    given = parsed(arguments)
    with database_for_a_command():
        name, server = f"{NAME}_{uuid.uuid4().hex[:8]}", Server(given=knobs.text("DATABASE_URL"))
        os.environ.update(_environment(server.address(name, WEB_ROLE)))
        import django

        django.setup()
        from bluelamp.twin.rehearsing import rehearse

        print(rehearse(given, partial(_database, server, name, keep=given.keep)))  # noqa: T201
        if given.keep:
            said = f"kept: BLUELAMP_DEMO=yes DATABASE_URL='{server.address(name, WEB_ROLE)}' bluelamp web"
            print(said, file=sys.stderr)  # noqa: T201
    return 0


def _environment(address: str) -> dict[str, str]:
    """Demonstration only: what holds invented data can be opened in no other way, and every page says so."""
    return {
        "DATABASE_URL": address,
        "BLUELAMP_DEMO": "yes",
        "BLUELAMP_LEASHED": "yes",
        "DJANGO_SETTINGS_MODULE": "bluelamp.site.settings",
    }


@contextmanager
def _database(server: Server, name: str, *, keep: bool) -> Iterator[None]:
    """A fresh copy of the migrated template; commits in it need not wait for the disk: it is a scratch database."""
    with server.link() as link:
        server.copy(link, name)
        link.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(name)))
        try:
            yield
        except BaseException:
            keep = False
            raise
        finally:
            if not keep:
                link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
