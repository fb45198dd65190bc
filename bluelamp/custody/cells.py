"""Persons and cells turned into the facts that the choice of a cell takes; and the cells ranked for a person."""

from datetime import datetime

from bluelamp.custody.models import CellStay, Detention
from bluelamp.custody.rules import choosing_a_cell as choosing
from bluelamp.deadlines.instants import local_day
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Cell


def ranked_cells(detention: Detention, *, at: datetime) -> list[tuple[Cell, choosing.Choice]]:
    """Cells of the suite for this person, best first, with reasons against; two statements."""
    stays = CellStay.objects.filter(during__upper_inf=True, cell__suite_id=detention.suite_id)
    taken = {stay.cell_id: stay for stay in stays.select_related("detention__person", "detention__arrest")}
    cells = {cell.number: cell for cell in Cell.objects.filter(suite_id=detention.suite_id).select_related("suite")}
    options = [facts_of_cell(cell, taken.get(cell.pk)) for cell in cells.values()]
    chosen = choosing.ranked(person=facts_of_person(detention), cells=options, law=law_of("custody"), on=local_day(at))
    return [(cells[choice.cell.name], choice) for choice in chosen]


def facts_of_person(detention: Detention) -> choosing.Person:
    """What the choice must respect: a child by date of birth, or who appears under 18; a woman's wing."""
    return choosing.Person(child=is_child(detention), woman=detention.person.sex == "female")


def is_child(detention: Detention) -> bool:
    """Under 18 by date of birth on arrival, or appears so; "appears under 18" wins (P23).

    Only clear evidence of being older, shown at the desk, overrules how old somebody appears (Code C 1.5).
    """
    appears = detention.appears_under_18 or bool(detention.arrest and detention.arrest.appears_under_18)
    if appears and not detention.shown_to_be_adult:
        return True
    born = detention.person.born_on
    if born is None:
        return False
    arrived = local_day(detention.arrived_at)
    return arrived.year - born.year - ((arrived.month, arrived.day) < (born.month, born.day)) < 18


def facts_of_cell(cell: Cell, stay: CellStay | None = None) -> choosing.Cell:
    """A cell as the rule sees it, with who is in it."""
    occupants: tuple[choosing.Occupant, ...] = ()
    if stay:
        occupants = (choosing.Occupant(name=stay.detention.number, child=is_child(stay.detention)),)
    return choosing.Cell(
        name=cell.number,
        closed=cell.state != Cell.State.OPEN,
        occupants=occupants,
        watched=cell.has_camera,
        secure_room=cell.kind == Cell.Kind.CHILD,
        women=cell.kind == Cell.Kind.FEMALE,
        low_bench="low_bench" in cell.features,
        near_desk="near_desk" in cell.features,
    )
