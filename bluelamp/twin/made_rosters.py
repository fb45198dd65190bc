"""Rosters that were made before, kept in the installation's own folder so that the same one is not made twice.

A roster depends on its people (with their days away and offers, which the seed draws), the cover, the law, the period
and the code that makes it, and on nothing else. The key of a kept roster is a hash of all of these: where any of them
differs, it is another roster and is made anew. A kept roster is a draft like any other, and publishing has it checked
minute by minute before anybody works by it.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy
import scipy
from django.conf import settings

from bluelamp.deadlines.law import Law
from bluelamp.duty import rules, solving
from bluelamp.duty.rules.planning import Member, Planned
from bluelamp.duty.solving.making import Solved, Task
from bluelamp.twin import quick_rosters

FOLDER, KEPT = "rosters", 24


@dataclass(frozen=True, kw_only=True)
class MadeUnit:
    """The roster of one unit: its duties, their points, the bound under every roster, how many people are missing."""

    planned: Sequence[Planned]
    points: int
    bound: int
    missing: int


def made(asked: Sequence[Task]) -> dict[str, MadeUnit]:
    """The roster of every unit: the one that is kept, or one made now and kept."""
    path = Path(settings.HOME) / FOLDER / f"{key_of(asked)}.json"
    people = [one.officer for task in asked for one in task.members]
    found = _read(path, people)
    if found is None:
        found = {unit: _unit(solved) for unit, solved in quick_rosters.make_quickly(asked).items()}
        _keep(path, found, people)
    return found


def _unit(solved: Sequence[Solved]) -> MadeUnit:
    return MadeUnit(
        planned=[one for block in solved for one in block.roster],
        points=sum(block.cost for block in solved),
        bound=round(sum(block.bound for block in solved)),
        missing=sum(one.people for block in solved for one in block.missing),
    )


def key_of(asked: Sequence[Task]) -> str:
    """The hash of everything that the rosters asked for depend on.

    People count by their place in the list: their keys are given by the database, and differ, as invented names do. A
    skill that runs out after the period does not run out: its last day is counted from the day on which a borough is
    set up.
    """
    told, place = sha256(_code()), 0
    for task in asked:
        people = tuple(_person(one, place + n, task.ends) for n, one in enumerate(task.members))
        place += len(people)
        told.update(json.dumps(_plain(replace(task, members=people))).encode())
    return told.hexdigest()


def _person(one: Member, place: int, ends: date) -> Member:
    skills = {skill: last if last and last < ends else None for skill, last in one.skills.items()}
    return replace(one, officer=str(place), name="", skills=skills)


def _code() -> bytes:
    """Everything that turns people and cover into a roster: our own code, and the versions of what solves."""
    folders = [Path(str(one.__file__)).parent for one in (rules, solving)]
    files = [Path(quick_rosters.__file__), *sorted(file for folder in folders for file in folder.glob("*.py"))]
    return b"\0".join([f"{numpy.__version__} {scipy.__version__}".encode(), *(file.read_bytes() for file in files)])


def _plain(value: Any) -> Any:
    """The same value the same text, whatever the order in which a set or a mapping holds it."""
    if isinstance(value, Law):
        return [[key, _plain(value.versions(key))] for key in sorted(value.keys())]
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return sorted(([_plain(key), _plain(one)] for key, one in value.items()), key=str)
    if isinstance(value, frozenset | set):
        return sorted(map(_plain, value), key=str)
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else str(value)


def _read(path: Path, people: Sequence[str]) -> dict[str, MadeUnit] | None:
    """What is kept; None where nothing is, or it is not whole."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {
            unit: MadeUnit(
                planned=[
                    Planned(officer=people[place], day=date.fromisoformat(day), shift=shift)
                    for place, day, shift in one.pop("planned")
                ],
                **one,
            )
            for unit, one in kept.items()
        }
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _keep(path: Path, found: Mapping[str, MadeUnit], people: Sequence[str]) -> None:
    places = {officer: place for place, officer in enumerate(people)}
    kept = {
        unit: {
            **vars(one),
            "planned": [(places[each.officer], each.day.isoformat(), each.shift) for each in one.planned],
        }
        for unit, one in found.items()
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(kept), encoding="utf-8")
    draft.replace(path)
    for old in sorted(path.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)
