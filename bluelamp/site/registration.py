"""Reads what each domain declares and hands it to the floors that look it up. There are no signals."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TypeVar

from bluelamp.access.registry import Capability, capabilities
from bluelamp.access.roles import insist_known
from bluelamp.ledger.registry import Event, events
from bluelamp.owed.registry import Kind, kinds
from bluelamp.site.domains import DOMAINS

T = TypeVar("T")


def register() -> None:
    """Declare every event, promise kind and capability of the installed domains; safe to repeat."""
    for domain in DOMAINS:
        events.declare(*_found(domain, "events", Event))
        kinds.declare(*_found(domain, "owed", Kind))
        capabilities.declare(*_found(domain, "permissions", Capability))
    insist_known(capabilities, DOMAINS)


def _found(domain: str, room: str, kind: type[T]) -> list[T]:
    module = _module(f"bluelamp.{domain}.{room}")
    declared = list(vars(module).values()) if module else []
    within = [one for value in declared if isinstance(value, tuple) for one in value]
    return [value for value in (*declared, *within) if isinstance(value, kind)]


def _module(name: str) -> ModuleType | None:
    return import_module(name) if find_spec(name) else None
