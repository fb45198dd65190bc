"""The migrated, empty database that rehearsals are copied from: made once, kept until a migration changes."""

import os
import subprocess
import sys
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

    def template(self, link: Link) -> str:
        """Its name; migrated first where there is none for the migrations of today."""
        name = self._template_name()
        if _is_there(link, name):
            return name
        _drop_older(link)
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
        with self.link() as link:
            name = self._template_name()
            if not _is_there(link, name):
                _drop_older(link)
                try:
                    self.make(link, name, DATABASE)
                except psycopg.errors.ObjectInUse:
                    return

    def _template_name(self) -> str:
        """By every migration file, and by who owns the tables."""
        told = sha256(self.address("", WEB_ROLE).encode())
        for file in sorted((knobs.BASE / "bluelamp").glob("*/migrations/*")):
            if file.suffix in {".py", ".sql"}:
                told.update(file.name.encode() + file.read_bytes())
        return f"{NAME}_template_{told.hexdigest()[:12]}"


def _is_there(link: Link, name: str) -> bool:
    return bool(link.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone())


def _drop_older(link: Link) -> None:
    for (old,) in link.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", (f"{NAME}_template_%",)):
        link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(str(old))))
