"""Which cell for which person: hard rules refuse, soft ones need an inspector's reason (Code C 8, APP)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Reason, Verdict, every, refused

APP = "APP Detention and Custody"


@dataclass(frozen=True, kw_only=True)
class Occupant:
    """Someone already in a cell."""

    name: str
    child: bool


@dataclass(frozen=True, kw_only=True)
class Person:
    """What the choice of a cell must respect. `child`: under 18 or appears so. `apart_from`: names flagged.

    `individually`: placed by an assessment of this person, as a trans person is, never by a wing.
    """

    child: bool
    woman: bool = False
    level: int = 1
    disabled: bool = False
    intoxicated: bool = False
    faith: bool = False
    individually: bool = False
    apart_from: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell, who is in it and beside it, and the cells beside it. `sharing_authorised`: by a joint assessment."""

    name: str
    out_of_order: bool = False
    closed: bool = False
    occupants: tuple[Occupant, ...] = ()
    beside: tuple[Occupant, ...] = ()
    next_to: tuple[str, ...] = ()
    sharing_authorised: bool = False
    watched: bool = False
    camera: bool = False
    toilet_masked: bool = False
    prayer_mark: bool = False
    secure_room: bool = False
    women: bool = False
    low_bench: bool = False
    near_desk: bool = False


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A cell in its place among those possible: hard verdict, soft rules it goes against, and what speaks for it."""

    cell: Cell
    hard: Verdict
    against: tuple[Reason, ...]
    because: tuple[str, ...] = ()


def may_hold(*, person: Person, cell: Cell, law: Law, on: date) -> Verdict:
    """The hard rules; nobody may set them aside."""
    watched_from = law.value("cells.watched_from_level", on=on)
    watched = f"Level {person.level} needs a cell with constant observation."
    checks = (
        (not cell.out_of_order, f"{cell.name} is out of order.", "Force policy"),
        (not cell.closed, f"{cell.name} is closed.", "Force policy"),
        (
            not cell.occupants or cell.sharing_authorised,
            f"{cell.name} is occupied: one to a cell.",
            "Code C 8.1",
        ),
        (_no_mixing(person, cell), "A child is never in a cell with an adult.", "Code C 8.8"),
        (_kept_apart(person, cell), "Flagged to be kept apart from someone in or beside this cell.", APP),
        (person.level < watched_from.number or cell.watched, watched, watched_from.source),
    )
    return every(*(refused(words, source, field="cell") for met, words, source in checks if not met))


def _no_mixing(person: Person, cell: Cell) -> bool:
    return all(occupant.child == person.child for occupant in cell.occupants)


def _kept_apart(person: Person, cell: Cell) -> bool:
    return not person.apart_from & {each.name for each in (*cell.occupants, *cell.beside)}


def against(*, person: Person, cell: Cell) -> tuple[Reason, ...]:
    """The soft rules this cell goes against for this person."""
    by_wing = not person.individually
    checks = (
        (
            person.child and not cell.secure_room,
            "A child is kept out of cells if another room will do.",
            "Code C 8.8",
        ),
        (cell.secure_room and not person.child, "This room is kept for children.", "Code C 8.8"),
        (person.individually, "A trans person is placed by an assessment of their own, written here.", APP),
        (by_wing and person.woman and not cell.women, "Women are held apart, out of sight and hearing of men.", APP),
        (by_wing and cell.women and not person.woman, "This cell is kept for women.", APP),
        (
            person.disabled and not cell.low_bench,
            "A person with a disability needs a low bench.",
            "Equality Act 2010 s.20",
        ),
        (person.intoxicated and not cell.near_desk, "An intoxicated person is held near the desk.", APP),
        (person.faith and not cell.prayer_mark, "Faith: no direction of prayer is marked here.", APP),
        (cell.camera and not cell.toilet_masked, "The camera shows the toilet: it is not masked.", APP),
    )
    return tuple(Reason(words=words, source=source) for met, words, source in checks if met)


def for_it(*, person: Person, cell: Cell) -> tuple[str, ...]:
    """What this cell has that this person needs, in words."""
    checks = (
        (person.child and cell.secure_room, "A room for children."),
        (person.woman and cell.women, "In the women's wing."),
        (person.disabled and cell.low_bench, "It has a low bench."),
        (person.intoxicated and cell.near_desk, "It is near the desk."),
        (person.faith and cell.prayer_mark, "The direction of prayer is marked."),
        (person.level > 2 and cell.watched, f"It can be watched without a break, as level {person.level} asks."),
    )
    return tuple(words for met, words in checks if met)


def may_allocate(
    *, person: Person, cell: Cell, law: Law, on: date, decider: Decider | None = None, reason: str = ""
) -> Verdict:
    """Whether the person may go into the cell; against a soft rule only with an inspector and a reason."""
    hard, soft = may_hold(person=person, cell=cell, law=law, on=on), against(person=person, cell=cell)
    if not soft or not hard.allowed:
        return hard
    rank = law.value("cells.soft_rule_rank", on=on)
    words = " ".join(each.words for each in soft)
    if decider is None or not reason.strip():
        return refused(f"{words} An inspector may set this aside with a reason.", rank.source, field="reason")
    return at_least(decider=decider, rank=rank.text, what="set a soft rule aside", source=rank.source)


def ranked(*, person: Person, cells: Iterable[Cell], law: Law, on: date) -> list[Choice]:
    """Cells with the best first: possible before impossible, then fewest soft rules, then the plainest cell, then name.

    Cells with equipment this person does not need are kept for those who do.
    """
    found = [
        Choice(
            cell=cell,
            hard=may_hold(person=person, cell=cell, law=law, on=on),
            against=against(person=person, cell=cell),
            because=for_it(person=person, cell=cell),
        )
        for cell in cells
    ]
    return sorted(found, key=_order)


def _order(each: Choice) -> tuple[bool, int, int, str, int, str]:
    letters = each.cell.name.rstrip("0123456789")
    number = each.cell.name[len(letters) :]
    return (not each.hard.allowed, len(each.against), _spare(each.cell), letters, int(number or 0), each.cell.name)


def _spare(cell: Cell) -> int:
    return sum((cell.watched, cell.secure_room, cell.low_bench, cell.near_desk))
