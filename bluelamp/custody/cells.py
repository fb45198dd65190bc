"""Persons and cells turned into the facts that the choice of a cell takes; and the cells ranked for a person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q, QuerySet

from bluelamp.compiled import Compiled, Given
from bluelamp.custody.models import Arrest, CellStay, Detention, KeptApart
from bluelamp.custody.rules import choosing_a_cell as choosing
from bluelamp.custody.rules.risk_marks import needs
from bluelamp.deadlines.instants import local_day
from bluelamp.people.rules.ages import treated_as_child
from bluelamp.people.rules.unknowns import Answer
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Cell

Ranked = list[tuple[Cell, choosing.Choice]]
Pair = tuple[int, int, str, str]
"""Two who are kept apart, and their numbers."""
NO_LEVEL = 1
"""What the choice of a cell goes by while no observation level is set; the page says so."""

ABOUT_A_CELL = tuple(
    f"detention__{field}"
    for field in (
        *("number", "arrived_at", "level", "risk_marks", "appears_under_18", "shown_to_be_adult", "suite"),
        *(f"person__{one}" for one in ("given_names", "family_name", "sex", "disability_answer")),
        *(f"person__{one}" for one in ("born_on", "age_low", "age_high", "age_estimated_on")),
        "arrest__appears_under_18",
    )
)
"""What the choice of a cell reads of everyone in a suite; the rest of three wide records stays where it is."""


_STAYS = Compiled(
    lambda: (
        CellStay.objects.filter(during__upper_inf=True, cell__suite_id=Given("suite"))
        .order_by("place")
        .select_related("detention__person", "detention__arrest")
        .only("cell", "place", *ABOUT_A_CELL)
    )
)
_CELLS = Compiled(lambda: Cell.objects.filter(suite_id=Given("suite")).select_related("suite").order_by("position"))
_APART = Compiled(lambda: _flagged(Q(first__suite=Given("suite")) | Q(second__suite=Given("suite"))))


@dataclass(frozen=True, kw_only=True)
class Wing:
    """The cells of one suite in order, who is in them, and the flags that keep people apart."""

    cells: Sequence[Cell]
    inside: Mapping[int, Sequence[Detention]]
    apart: Mapping[int, frozenset[str]]

    def facts(self, *, without: Iterable[int] = ()) -> dict[str, choosing.Cell]:
        """Every cell as the rule sees it, by number, as if those in `without` (detentions) were not there."""
        gone = set(without)
        there = {
            cell.pk: tuple(occupant(each) for each in self.inside.get(cell.pk, ()) if each.pk not in gone)
            for cell in self.cells
        }
        found = {}
        for place, cell in enumerate(self.cells):
            beside = [self.cells[at] for at in (place - 1, place + 1) if 0 <= at < len(self.cells)]
            near = tuple(each for other in beside for each in there[other.pk])
            found[cell.number] = facts_of_cell(
                cell, there[cell.pk], beside=near, next_to=tuple(other.number for other in beside)
            )
        return found

    def person(self, detention: Detention) -> choosing.Person:
        """What the choice must respect for this person, flags included."""
        return facts_of_person(detention, apart_from=self.apart.get(detention.pk, frozenset()))


def wing_of(suite: int) -> Wing:
    """A suite as it stands; three statements."""
    inside: dict[int, list[Detention]] = defaultdict(list)
    for stay in _STAYS.ask(suite=suite):
        inside[stay.cell_id].append(stay.detention)
    return Wing(cells=_CELLS.ask(suite=suite), inside=inside, apart=_by_detention(_APART.ask(suite=suite)))


def flags(chosen: Q) -> dict[int, frozenset[str]]:
    """By detention, the numbers of those it is kept apart from; one statement."""
    return _by_detention(_flagged(chosen))


def _flagged(chosen: Q) -> "QuerySet[KeptApart, Pair]":
    found = KeptApart.objects.filter(chosen, ended_at=None)
    return found.values_list("first", "second", "first__number", "second__number")


def _by_detention(pairs: Iterable[Pair]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for one, other, number, other_number in pairs:
        found[one].add(other_number)
        found[other].add(number)
    return {pk: frozenset(numbers) for pk, numbers in found.items()}


def ranked_cells(detention: Detention, *, at: datetime, individually: bool = False, suite: int | None = None) -> Ranked:
    """Cells of the suite for this person, best first, with reasons for and against; three statements."""
    wing = wing_of(suite or detention.suite_id)
    cells = {cell.number: cell for cell in wing.cells}
    person = replace(wing.person(detention), individually=individually)
    options = wing.facts(without=[detention.pk]).values()
    chosen = choosing.ranked(person=person, cells=options, law=law_of("custody"), on=local_day(at))
    return [(cells[choice.cell.name], choice) for choice in chosen]


def facts_of_person(detention: Detention, *, apart_from: frozenset[str] = frozenset()) -> choosing.Person:
    """What the choice must respect: a child by date of birth, or who appears under 18; level, needs, flags."""
    person, asked = detention.person, needs(marks=detention.risk_marks)
    return choosing.Person(
        child=is_child(detention),
        woman=person.sex == "female",
        level=detention.level or NO_LEVEL,
        disabled=asked.low_bench or person.disability_answer == Answer.KNOWN,
        intoxicated=asked.near_desk,
        faith=asked.prayer,
        apart_from=apart_from,
    )


def is_child(detention: Detention) -> bool:
    """Under 18 by date of birth on arrival, or may be by an estimate, or appears so; "appears under 18" wins (P23).

    Only clear evidence of being older, shown at the desk, overrules how old somebody appears (Code C 1.5).
    """
    appears = detention.appears_under_18 or bool(detention.arrest and detention.arrest.appears_under_18)
    if appears and not detention.shown_to_be_adult:
        return True
    if detention.shown_to_be_adult and detention.person.born_on is None:
        return False
    return bool(treated_as_child(detention.person.born(), on=local_day(detention.arrived_at)))


def appears_or_is_child(made: Arrest, on: date) -> bool:
    """Whether somebody arrested is to be treated as a child before anyone at a desk has asked (P23)."""
    return made.appears_under_18 or bool(treated_as_child(made.person.born(), on=on))


def occupant(detention: Detention) -> choosing.Occupant:
    """Somebody in a cell, as those who choose another see them."""
    return choosing.Occupant(name=detention.number, child=is_child(detention))


def facts_of_cell(
    cell: Cell,
    occupants: tuple[choosing.Occupant, ...] = (),
    *,
    beside: tuple[choosing.Occupant, ...] = (),
    next_to: tuple[str, ...] = (),
) -> choosing.Cell:
    """A cell as the rule sees it, with who is in it and beside it. Cells beside each other follow in position."""
    return choosing.Cell(
        name=cell.number,
        closed=cell.state != Cell.State.OPEN,
        occupants=occupants,
        beside=beside,
        next_to=next_to,
        watched=cell.has_camera or "constant_watch" in cell.features,
        camera=cell.has_camera,
        toilet_masked="toilet_masked" in cell.features,
        prayer_mark="prayer_mark" in cell.features,
        secure_room=cell.kind == Cell.Kind.CHILD,
        women=cell.kind == Cell.Kind.FEMALE,
        low_bench="low_bench" in cell.features,
        near_desk="near_desk" in cell.features,
    )
