"""Who moves where when cells close: everyone is placed whom a cell can lawfully hold, with the reason for each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from bluelamp.custody.rules.choosing_a_cell import Cell, Choice, Person, ranked
from bluelamp.deadlines.law import Law


@dataclass(frozen=True, kw_only=True)
class Mover:
    """Somebody in a cell that is to close. `name` is the number of their record, `out_of` that of the cell."""

    name: str
    out_of: str
    person: Person


@dataclass(frozen=True, kw_only=True)
class Move:
    """Where one person goes, with the soft rules it goes against; `to` None: nothing fits, and why."""

    name: str
    out_of: str
    to: str | None
    against: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(kw_only=True)
class _Plan:
    """What stands while it is made: each mover's options in order, who has which cell, who stands beside whom."""

    movers: dict[str, Mover]
    options: dict[str, list[Choice]]
    beside: dict[str, frozenset[str]]
    held: dict[str, str] = field(default_factory=dict)

    def apart(self, name: str, cell: str) -> bool:
        """Whether nobody already placed beside this cell is flagged against this person."""
        near = {self.held[other] for other in self.beside.get(cell, frozenset()) if other in self.held}
        mine = self.movers[name].person.apart_from
        return not near & mine and not any(name in self.movers[other].person.apart_from for other in near)

    def settle(self) -> None:
        """Take back a cell that moving somebody else has put beside one flagged: that person is told of instead."""
        for cell, name in list(self.held.items()):
            del self.held[cell]
            if self.apart(name, cell):
                self.held[cell] = name

    def place(self, name: str, seen: set[str]) -> bool:
        """Give this person a free cell, or that of somebody who has another; fewest rules against first."""
        for _, tier in groupby(self.options[name], key=lambda each: len(each.against)):
            fit = [each.cell.name for each in tier if self.apart(name, each.cell.name)]
            for cell in sorted(fit, key=lambda each: each in self.held):
                other = self.held.get(cell)
                if cell in seen or (other and other in self.movers[name].person.apart_from):
                    continue
                seen.add(cell)
                if other is None or self.place(other, seen):
                    self.held[cell] = name
                    return True
        return False


def plan(
    *, movers: Sequence[Mover], cells: Iterable[Cell], law: Law, on: date, set_aside: bool = False
) -> tuple[Move, ...]:
    """Where each mover goes, in the order given. `cells`: those that stay open; `set_aside`: soft rules may be.

    Free cells only, one to a cell; hard rules are never set aside. As many as possible are placed, those with the
    fewest cells to choose from first. Without `set_aside`, a cell that goes against a soft rule does not fit.
    """
    found = {each.name: each for each in cells}
    free = [each for each in found.values() if not each.occupants]
    options: dict[str, list[Choice]] = {}
    left: dict[str, list[Choice]] = {}
    for mover in movers:
        choices = ranked(person=mover.person, cells=free, law=law, on=on)
        lawful = [each for each in choices if each.hard.allowed]
        options[mover.name] = [each for each in lawful if set_aside or not each.against]
        left[mover.name] = lawful or choices
    made = _Plan(movers={each.name: each for each in movers}, options=options, beside=_neighbours(found))
    for mover in sorted(movers, key=lambda each: (len(options[each.name]), each.name)):
        made.place(mover.name, set())
    made.settle()
    return tuple(_move(mover, made, left[mover.name]) for mover in movers)


def _neighbours(cells: dict[str, Cell]) -> dict[str, frozenset[str]]:
    return {name: frozenset(cell.next_to) for name, cell in cells.items()}


def _move(mover: Mover, made: _Plan, left: Sequence[Choice]) -> Move:
    cell = next((cell for cell, name in made.held.items() if name == mover.name), None)
    choice = next((each for each in made.options[mover.name] if each.cell.name == cell), None)
    if choice is None:
        return Move(name=mover.name, out_of=mover.out_of, to=None, because=_why_not(left))
    words = tuple(str(each) for each in choice.against)
    return Move(name=mover.name, out_of=mover.out_of, to=choice.cell.name, against=words, because=choice.because)


def _why_not(left: Sequence[Choice]) -> tuple[str, ...]:
    """Why nothing fits: no cell is free, or the nearest miss with what stands against it."""
    if not left:
        return ("No cell of the suite is free.",)
    best = left[0]
    if not best.hard.allowed:
        return tuple(reason.words for reason in best.hard.reasons)
    if best.against:
        return (f"{best.cell.name} only if an inspector sets this aside: {best.against[0].words}",)
    return ("Every cell that fits is needed by somebody who moves.",)
