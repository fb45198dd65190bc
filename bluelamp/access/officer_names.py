"""Entries of the ledger with officers by name: who wrote each, and whom its facts name. The ledger knows numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bluelamp.access.models import Officer
from bluelamp.ledger.queries import Line
from bluelamp.ledger.registry import events

_OFFICER = re.compile(r"officer:\d+")


def with_officers(lines: Sequence[Line]) -> tuple[list[Line], dict[str, str]]:
    """The lines with the officers of their facts by name, and the names of all by reference; one statement."""
    refs = {ref for line in lines for ref in (line.by, *_named(line.facts.values())) if _OFFICER.fullmatch(ref)}
    found = Officer.objects.filter(pk__in={ref.partition(":")[2] for ref in refs}) if refs else ()
    names = {one.ref: str(one) for one in found}
    return [_worded(line, names) for line in lines], names


def _worded(line: Line, names: dict[str, str]) -> Line:
    if line.event not in events or not any(_named(line.facts.values())):
        return line
    facts = {key: _by_name(fact, names) for key, fact in line.facts.items()}
    return replace(line, sentence=events[line.event].render(facts, None if line.erased else line.words))


def _named(facts: Iterable[Any]) -> Iterator[str]:
    for fact in facts:
        if isinstance(fact, list):
            yield from _named(fact)
        elif isinstance(fact, str) and _OFFICER.fullmatch(fact):
            yield fact


def _by_name(fact: Any, names: dict[str, str]) -> Any:
    if isinstance(fact, list):
        return [_by_name(one, names) for one in fact]
    return names.get(fact, fact) if isinstance(fact, str) else fact
