"""Cells: nobody shares by mistake, not even where the rule is asked at the same moment."""

import pytest
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from bluelamp.custody.actions.cells import allocate_cell, leave_cell
from bluelamp.custody.models import CellStay, Detention
from bluelamp.places.models import Cell
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done


def two(evening: Evening) -> tuple[Detention, Detention]:
    first = evening.held(person=evening.person("Callum", "Redfern"))
    return first, evening.held(person=evening.person("Jay", "Kemble"))


def test_a_cell_taken_is_refused_in_words(evening: Evening) -> None:
    first, second = two(evening)
    evening.in_cell(first, "M1")
    with pytest.raises(Refused, match="M1 is occupied: one to a cell"):
        evening.in_cell(second, "M1")


def test_the_database_itself_refuses_two_in_a_cell_and_one_in_two(evening: Evening) -> None:
    first, second = two(evening)
    evening.in_cell(first, "M1")
    during = DateTimeTZRange(TEN + 2 * HOUR, None)
    for held, cell in ((second, "M1"), (first, "M2")):
        with pytest.raises(IntegrityError, match=r"one_(person_per_cell|cell_per_person)"), transaction.atomic():
            CellStay.objects.create(detention=held, cell=evening.cell(cell), during=during)


def test_moving_leaves_the_old_cell(evening: Evening) -> None:
    first, second = two(evening)
    evening.in_cell(first, "M1")
    evening.in_cell(first, "M2", TEN + 2 * HOUR)
    evening.in_cell(second, "M1", TEN + 2 * HOUR + MINUTE)
    assert CellStay.objects.filter(during__upper_inf=True).count() == 2


def test_closed_or_of_the_other_suite_is_refused(evening: Evening) -> None:
    first, _ = two(evening)
    Cell.objects.filter(number="M3").update(state="closed", closed_why="Door broken")
    with pytest.raises(Refused, match="M3 is closed"):
        evening.in_cell(first, "M3")
    with pytest.raises(Refused, match="is not in the suite"):
        evening.in_cell(first, "A1")


def test_a_child_in_a_plain_cell_needs_an_inspector_and_a_reason(evening: Evening) -> None:
    child = evening.held(appears_under_18=True)
    facts = {"detention": child.pk, "cell": evening.cell("M1").pk}
    with pytest.raises(Refused, match="A child is kept out of cells"):
        done(allocate_cell, TEN + 2 * HOUR, by=evening.acting("custody_officer"), **facts)
    with pytest.raises(Refused, match="needs an inspector or above"):
        done(allocate_cell, TEN + 2 * HOUR, by=evening.acting("custody_officer"), why="No room", **facts)


def test_nobody_leaves_a_cell_they_are_not_in(evening: Evening) -> None:
    first, _ = two(evening)
    with pytest.raises(Refused, match="not in a cell"):
        done(leave_cell, TEN + 2 * HOUR, by=evening.acting("custody_officer"), detention=first.pk)
