"""The migrated, empty database that rehearsals are copied from: made once, kept until a migration changes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from bluelamp.site import cluster_places, cluster_roles, knobs
from bluelamp.site.cluster_places import DATABASE, OWNER_ROLE, ROOT_ROLE, WEB_ROLE

NAME = "bluelamp_rehearsal"
Link = psycopg.Connection[tuple[object, ...]]


@dataclass(frozen=True, kw_only=True)
class Server:
    """Where rehearsals run: the server of `given`, with the one role it names, or the private one where it is ""."""

    given: str

    def address(self, name: str, role: str) -> str:
        """A database of that name, as `role`; on a server given, as the role given."""
        if self.given:
            return urlunsplit(urlsplit(self.given)._replace(path=f"/{name}"))
        return cluster_places.places().address(role, name)

    def link(self, name: str = "postgres") -> Link:
        return psycopg.connect(self.address(name, ROOT_ROLE), autocommit=True)

    def make(self, link: Link, name: str, template: str) -> None:
        """Raises ValueError in words where the role may not make databases."""
        owned = sql.SQL("") if self.given else sql.SQL(" OWNER {}").format(sql.Identifier(OWNER_ROLE))
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        try:
            link.execute(made + owned)
        except psycopg.errors.InsufficientPrivilege:
            words = "A rehearsal makes a database of its own: the role of DATABASE_URL needs the right CREATEDB."
            raise ValueError(words) from None

    def copy(self, link: Link, name: str) -> None:
        """A new empty database of that name, as migrated today."""
        with _one_at_a_time(link):
            self.make(link, name, self._template(link))

    def prepare(self, link: Link) -> None:
        """Make the template where there is none, so that the next rehearsal is a rehearsal alone."""
        with _one_at_a_time(link):
            self._template(link)

    def _template(self, link: Link) -> str:
        """Its name; migrated first where there is none for the migrations of today."""
        name = self._template_name()
        if _is_there(link, name):
            return name
        self._drop_older(link)
        draft = f"{name}_draft"
        self.make(link, draft, "template1")
        if not self.given:
            with self.link(draft) as inside:
                cluster_roles.prepare_database(inside)
        address = self.address(draft, OWNER_ROLE)
        migrating = {**os.environ, "DATABASE_URL": address, "BLUELAMP_DATABASE_ROLE": OWNER_ROLE}
        subprocess.run([sys.executable, "-m", "bluelamp", "migrate", "--quiet"], env=migrating, check=True)
        renamed = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        link.execute(renamed.format(sql.Identifier(draft), sql.Identifier(name)))
        return name

    def keep_empty_installation(self) -> None:
        """Copy the installation's own database, just migrated and still empty, so that no rehearsal migrates again.

        Left out where another session is in it: the first rehearsal then makes the template itself.
        """
        with self.link() as link, _one_at_a_time(link):
            name = self._template_name()
            if _is_there(link, name):
                return
            self._drop_older(link)
            with suppress(psycopg.errors.ObjectInUse):
                self.make(link, name, DATABASE)

    def _template_name(self) -> str:
        """By who owns the tables, and by every migration file."""
        told = sha256()
        for file in sorted((knobs.BASE / "bluelamp").glob("*/migrations/*")):
            if file.suffix in {".py", ".sql"}:
                told.update(file.name.encode() + file.read_bytes())
        return f"{self._templates()}{told.hexdigest()[:12]}"

    def _templates(self) -> str:
        """How the names of this role's own templates begin; those of another are not ours to drop."""
        return f"{NAME}_template_{sha256(self.address('', WEB_ROLE).encode()).hexdigest()[:8]}_"

    def _drop_older(self, link: Link) -> None:
        older = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
        for (old,) in link.execute(older, (self._templates(),)).fetchall():
            link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(str(old))))


@contextmanager
def _one_at_a_time(link: Link) -> Iterator[None]:
    """Two first rehearsals at once would drop each other's half-made template."""
    link.execute("SELECT pg_advisory_lock(hashtext(%s))", (NAME,))
    try:
        yield
    finally:
        link.execute("SELECT pg_advisory_unlock(hashtext(%s))", (NAME,))


def _is_there(link: Link, name: str) -> bool:
    return bool(link.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone())
