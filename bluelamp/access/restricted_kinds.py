"""Which kinds of record are restricted from their first minute, read from `restricted_kinds.toml`."""

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from bluelamp.access.roles import roles
from bluelamp.access.rules.grounds import Ground, Policy

FILE = Path(__file__).with_name("restricted_kinds.toml")


@cache
def policies() -> Mapping[Ground, Policy]:
    """The policy of each ground. Raises ValueError where one is missing, or names a role that there is not."""
    return read(FILE.read_text(encoding="utf-8"), known=roles().keys())


def read(text: str, *, known: Collection[str]) -> dict[Ground, Policy]:
    """Policies out of TOML text."""
    entries = tomllib.loads(text)
    if set(entries) != set(Ground):
        raise ValueError(f"restricted_kinds.toml needs exactly: {', '.join(Ground)}.")
    for ground, entry in entries.items():
        if unknown := {entry["asks"], *entry["sees"], *entry["of_victims"]} - set(known):
            raise ValueError(f"restricted_kinds.toml, {ground}: there is no role {', '.join(sorted(unknown))}.")
    return {
        Ground(ground): Policy(
            words=entry["words"],
            asks=entry["asks"],
            sees=tuple(entry["sees"]),
            of_victims=tuple(entry["of_victims"]),
        )
        for ground, entry in entries.items()
    }
