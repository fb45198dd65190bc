"""Roles, database and extensions of the private database; every step may be repeated."""

import psycopg
from psycopg import sql

from bluelamp.site.cluster_places import DATABASE, OWNER_ROLE, ROOT_ROLE, WEB_ROLE, Places

EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent", "fuzzystrmatch")


def prepare(places: Places) -> None:
    """An owner that migrates, a web role that is neither owner nor superuser, and the extensions (as superuser)."""
    with psycopg.connect(places.address(ROOT_ROLE, "postgres"), autocommit=True) as link:
        _roles(link)
        _database(link)
    with psycopg.connect(places.address(ROOT_ROLE), autocommit=True) as link:
        prepare_database(link)


def prepare_database(link: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Extensions and rights inside one database; `link` is the superuser's, to it."""
    for extension in EXTENSIONS:
        link.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))
    _rights(link)


def _roles(link: "psycopg.Connection[tuple[object, ...]]") -> None:
    there = {row[0] for row in link.execute("SELECT rolname FROM pg_roles")}
    for role in (OWNER_ROLE, WEB_ROLE):
        if role not in there:
            link.execute(
                sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE").format(sql.Identifier(role))
            )


def _database(link: "psycopg.Connection[tuple[object, ...]]") -> None:
    if link.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone() is None:
        link.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(DATABASE), sql.Identifier(OWNER_ROLE))
        )


def _rights(link: "psycopg.Connection[tuple[object, ...]]") -> None:
    owner, web = sql.Identifier(OWNER_ROLE), sql.Identifier(WEB_ROLE)
    for statement in (
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE, CREATE ON SCHEMA public TO {owner}",
        "GRANT USAGE ON SCHEMA public TO {web}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {web}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT USAGE, SELECT ON SEQUENCES TO {web}",
        "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} GRANT EXECUTE ON FUNCTIONS TO {web}",
    ):
        link.execute(sql.SQL(statement).format(owner=owner, web=web))
