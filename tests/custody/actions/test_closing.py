"""Closing cells and wings: everyone inside is moved in one transaction, or it is said who is not."""

from datetime import datetime

import pytest

from bluelamp.custody.actions.closing import close_cells, reopen_cells
from bluelamp.custody.closing import closing
from bluelamp.custody.models import CellClosure, CellStay, Detention
from bluelamp.ledger.models import Entry
from bluelamp.places.models import Cell
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR
FLOOD = {"why": "Flood", "until": TEN + 10 * HOUR}


def detained(evening: Evening, name: str, cell: str, *, at: datetime = TEN, **facts: object) -> Detention:
    """Somebody in a cell, made without the desk: closing is about cells."""
    held = Detention.objects.create(
        number=f"T {name}", person_id=evening.person(name, "Held", **facts.pop("answers", {})),  # type: ignore[arg-type]
        suite=evening.hatfield, first_station_at=at, arrived_at=at, relevant_time=at, limit_at=at + 24 * HOUR,
        authorised_at=at + MINUTE, review_due_at=at + 6 * HOUR, **facts,
    )  # fmt: skip
    CellStay.objects.create(detention=held, cell=evening.cell(cell), during=(at, None))
    return held


def more_cells(evening: Evening, letter: str, number: int, **facts: object) -> list[str]:
    """Cells of one wing of Hatfield after those there are."""
    last = Cell.objects.filter(suite=evening.hatfield).count()
    names = [f"{letter}{n}" for n in range(1, number + 1)]
    for n, name in enumerate(names, start=1):
        Cell.objects.create(suite=evening.hatfield, number=name, position=last + n, **facts)
    return names


def now_in(held: Detention) -> str:
    stay = CellStay.objects.filter(detention=held, during__upper_inf=True).select_related("cell").first()
    return stay.cell.number if stay else ""


def close(evening: Evening, cells: list[str], role: str = "custody_officer", **facts: object) -> None:
    given = {**FLOOD, **facts}
    done(close_cells, NOW, by=evening.acting(role), suite=evening.hatfield.pk, cells=cells, **given)


def test_a_wing_with_twenty_inside_is_emptied_at_once(evening: Evening) -> None:
    wing, free = more_cells(evening, "W", 20), more_cells(evening, "V", 20)
    held = [detained(evening, name, name) for name in wing]
    plan = closing(evening.hatfield, wing, at=NOW)
    assert [each.move.to for each in plan.people] == [each.to.number if each.to else "" for each in plan.people]
    close(evening, wing, seen=plan.seen)
    cells = [now_in(each) for each in held]
    assert len(set(cells)) == 20
    assert set(cells) <= {*free, "M1", "M2", "M3"}
    assert cells == [each.move.to for each in plan.people]
    assert Cell.objects.filter(number__in=wing, state="closed", closed_why="Flood").count() == 20
    assert CellClosure.objects.filter(until=FLOOD["until"], reopened_at=None).count() == 20
    told = Entry.objects.get(event="custody.cells_closed")
    assert '"moved":20' in told.facts


def test_where_not_all_fit_nothing_is_written_until_somebody_says_what_becomes_of_them(evening: Evening) -> None:
    for name in ("M1", "M2"):
        detained(evening, name, name)
    child = detained(evening, "Jay", "M3", level=3)
    with pytest.raises(Refused, match="Nothing fits for M3"):
        close(evening, ["M3"])
    assert now_in(child) == "M3"
    assert not CellClosure.objects.exists()
    with pytest.raises(Refused, match="Choose cells of this suite that are open"):
        close(evening, [], stranded="stays")


def test_who_stays_keeps_the_cell_open_and_who_is_taken_out_leaves_it(evening: Evening) -> None:
    watched = detained(evening, "Jay", "M1", level=3)
    other = detained(evening, "Dean", "M2")
    close(evening, ["M1", "M2"], stranded="stays")
    assert (now_in(watched), now_in(other)) == ("M1", "M3")
    assert Cell.objects.get(number="M1").state == "open"
    assert Cell.objects.get(number="M2").state == "closed"
    done(close_cells, NOW + MINUTE, by=evening.acting("custody_officer"), suite=evening.hatfield.pk, cells=["M1"],
         why="Flood", stranded="out")  # fmt: skip
    assert now_in(watched) == ""
    assert Cell.objects.get(number="M1").state == "closed"


def test_a_soft_rule_is_set_aside_by_an_inspector_with_a_reason_alone(evening: Evening) -> None:
    woman = detained(evening, "Ada", "M1", answers={"sex": "female"})
    with pytest.raises(Refused, match="Nothing fits for M1"):
        close(evening, ["M1"], reason="No women's wing here tonight")
    close(evening, ["M1"], role="reviewing_inspector", reason="No women's wing here tonight")
    assert now_in(woman) == "M2"
    assert Entry.objects.filter(event="custody.cell_rule_set_aside", record=woman.ref).exists()


def test_another_plan_than_the_one_shown_is_refused(evening: Evening) -> None:
    detained(evening, "Dean", "M1")
    shown = closing(evening.hatfield, ["M1"], at=NOW).seen
    detained(evening, "Sam", "M2", at=TEN + MINUTE)
    with pytest.raises(Refused, match="the plan is another"):
        close(evening, ["M1"], seen=shown)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"why": " "}, "Say why"),
        ({"until": NOW - MINUTE}, "a time that is past"),
        ({"cells": ["A1"]}, "cells of this suite that are open"),
    ],
)
def test_bad_input_is_refused_in_words(evening: Evening, facts: dict[str, object], words: str) -> None:
    with pytest.raises(Refused, match=words):
        close(evening, **{"cells": ["M1"], **facts})  # type: ignore[arg-type]


def test_cells_open_again(evening: Evening) -> None:
    close(evening, ["M1", "M2"])
    again = {"by": evening.acting("custody_officer"), "suite": evening.hatfield.pk, "cells": ["M1", "M2"]}
    done(reopen_cells, NOW + HOUR, **again)
    assert not Cell.objects.exclude(state="open").exists()
    assert CellClosure.objects.filter(reopened_at=NOW + HOUR).count() == 2
    with pytest.raises(Refused, match="that are closed"):
        done(reopen_cells, NOW + HOUR, **again)
