"""Reads what each domain declares and hands it to the floors that look it up. There are no signals."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
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
    declared = [value for module in _modules(f"bluelamp.{domain}.{room}") for value in vars(module).values()]
    within = [one for value in declared if isinstance(value, tuple) for one in value]
    return [value for value in (*declared, *within) if isinstance(value, kind)]


def _modules(name: str) -> Iterator[ModuleType]:
    """The module of that name and, where the room is a folder, every module in it."""
    if find_spec(name):
        room = import_module(name)
        yield room
        for part in iter_modules(getattr(room, "__path__", ())):
            yield import_module(f"{name}.{part.name}")
