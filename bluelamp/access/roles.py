"""Roles: named sets of capabilities, read from `roles.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bluelamp.access.registry import Capabilities

FILE = Path(__file__).with_name("roles.toml")


@dataclass(frozen=True, kw_only=True)
class Role:
    """A role a person can be granted."""

    key: str
    words: str
    capabilities: frozenset[str]


@cache
def roles() -> Mapping[str, Role]:
    """All roles by key, in the order of the file."""
    return read(FILE.read_text(encoding="utf-8"))


def role_words(key: str) -> str:
    """What a role is called; its key where the file holds it no more."""
    return roles()[key].words if key in roles() else key.replace("_", " ")


def read(text: str) -> dict[str, Role]:
    """Roles out of TOML text; raises ValueError naming the role whose entry is not complete."""
    found = {}
    for key, entry in tomllib.loads(text).items():
        if set(entry) != {"words", "may"}:
            raise ValueError(f"Role {key} in roles.toml needs exactly: words, may.")
        found[key] = Role(key=key, words=entry["words"], capabilities=frozenset(entry["may"]))
    return found


def capabilities_of(keys: Iterable[str]) -> frozenset[str]:
    """Everything the roles named allow together; a role no longer in the file allows nothing."""
    return frozenset().union(*(roles()[key].capabilities for key in keys if key in roles()))


def holders(*names: str) -> list[Role]:
    """The roles that hold any of the capabilities named."""
    return [role for role in roles().values() if not role.capabilities.isdisjoint(names)]


def unknown(found: Mapping[str, Role], declared: Capabilities, domains: Iterable[str]) -> list[str]:
    """Complaints about capabilities of installed domains that no domain declares."""
    installed = set(domains)
    return [
        f"Role {role.key} in roles.toml names {name}, which {name.partition('.')[0]} does not declare."
        for role in found.values()
        for name in sorted(role.capabilities)
        if name not in declared and name.partition(".")[0] in installed
    ]


def insist_known(declared: Capabilities, domains: Iterable[str]) -> None:
    """Raise ValueError if roles.toml names a capability its installed domain does not declare."""
    if complaints := unknown(roles(), declared, domains):
        raise ValueError(" ".join(complaints))
