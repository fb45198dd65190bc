"""Closures planned ahead: crews and forecast know of them, a custody officer owes them, nothing closes by itself."""

import pytest

from bluelamp.custody.actions.closing import close_cells
from bluelamp.custody.actions.planning_closures import call_off_closure, plan_closure
from bluelamp.custody.actions.slots import answer_slot, ask_slot
from bluelamp.custody.going_there import suites_for
from bluelamp.custody.models import Arrest, PlannedClosure, Slot
from bluelamp.owed.models import Promise, State
from bluelamp.places.models import Cell
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

ALL = ["M1", "M2", "M3"]


def plan(evening: Evening, cells: list[str] = ALL, **more: object) -> PlannedClosure:
    facts = {"suite": evening.hatfield.pk, "cells": cells, "begins_at": TEN + HOUR, "ends_at": TEN + 5 * HOUR,
             "why": "Deep clean", **more}  # fmt: skip
    done(plan_closure, TEN, by=evening.acting("custody_officer"), **facts)
    return PlannedClosure.objects.latest("pk")


def hatfield_for(evening: Evening, arrest: int, at=TEN):
    made = Arrest.objects.select_related("person", "incident").get(pk=arrest)
    return next(one for one in suites_for(made, at=at) if one.suite.name == "Hatfield")


def test_a_closure_ahead_is_told_and_counts_once_it_is_in_force_on_arrival(evening: Evening) -> None:
    arrest = evening.arrest()
    plan(evening, begins_at=TEN + 3 * HOUR)
    before = hatfield_for(evening, arrest)
    assert before.verdict.allowed
    assert any("The whole suite closes from" in one for one in before.because)
    within = hatfield_for(evening, arrest, TEN + 3 * HOUR)
    assert not within.verdict.allowed
    assert Cell.objects.filter(state="open").count() == 6
    after = hatfield_for(evening, arrest, TEN + 5 * HOUR)
    assert after.verdict.allowed


def test_it_is_owed_until_the_cells_are_closed(evening: Evening) -> None:
    made = plan(evening, ["M1", "M2"])
    due = Promise.objects.get(kind="custody.planned_closure")
    assert (due.due_at, due.state) == (TEN + HOUR, State.OPEN)
    facts = {"by": evening.acting("custody_officer"), "suite": evening.hatfield.pk, "why": "Deep clean"}
    done(close_cells, TEN + HOUR - MINUTE, **facts, cells=["M1"])
    made.refresh_from_db()
    assert made.closed_at is None
    done(close_cells, TEN + HOUR, **facts, cells=["M2"])
    made.refresh_from_db()
    due.refresh_from_db()
    assert (made.closed_at, due.state) == (TEN + HOUR, State.KEPT)


def test_called_off_with_a_reason_and_only_once(evening: Evening) -> None:
    made, by = plan(evening), evening.acting("custody_officer")
    with pytest.raises(Refused, match="Say why it is called off"):
        done(call_off_closure, TEN, by=by, closure=made.pk, why="")
    done(call_off_closure, TEN, by=by, closure=made.pk, why="The cleaners cannot come")
    assert hatfield_for(evening, evening.arrest(), TEN + 2 * HOUR).verdict.allowed
    with pytest.raises(Refused, match="carried out or called off already"):
        done(call_off_closure, TEN, by=by, closure=made.pk, why="Again")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"begins_at": TEN - MINUTE}, "That time is past"),
        ({"ends_at": TEN + HOUR}, "ends before it begins"),
        ({"why": " "}, "Say why"),
        ({"cells": []}, "at least one cell"),
        ({"cells": ["Z9"]}, "no cell Z9"),
    ],
)
def test_what_cannot_be_is_refused_in_words(evening: Evening, more: dict[str, object], words: str) -> None:
    with pytest.raises(Refused, match=words):
        plan(evening, **more)
    assert not PlannedClosure.objects.exists()


def test_one_cell_has_one_plan_at_a_time(evening: Evening) -> None:
    plan(evening, ["M1", "M2"])
    with pytest.raises(Refused, match="M2 is planned to close already"):
        plan(evening, ["M2", "M3"], begins_at=TEN + 4 * HOUR, ends_at=None)
    plan(evening, ["M2"], begins_at=TEN + 5 * HOUR, ends_at=None)


def test_a_child_is_sent_where_a_room_for_children_is_free(evening: Evening) -> None:
    Cell.objects.filter(number="A1").update(kind="child")
    arrest = evening.arrest(appears_under_18=True)
    made = Arrest.objects.select_related("person", "incident").get(pk=arrest)
    ranked = suites_for(made, at=TEN)
    assert [one.suite.name for one in ranked] == ["Stevenage", "Hatfield"]
    assert any("1 of them fit: a room for children" in one for one in ranked[0].because)
    assert any("An inspector would have to set that aside" in one for one in ranked[1].because)


def test_a_diversion_names_the_next_suite_and_what_it_costs(evening: Evening) -> None:
    arrest, by = evening.arrest(), evening.acting("response_officer")
    eta = TEN + 25 * MINUTE
    slot = done(ask_slot, TEN, by=by, arrest=arrest, suite=evening.hatfield.pk, eta=eta)
    desk = evening.acting("custody_officer")
    done(answer_slot, TEN + MINUTE, by=desk, slot=slot, accepted=False, why="Flood")
    found = Slot.objects.select_related("diverted_to").get(pk=slot)
    drives = {one.suite.name: one.suite.drive_minutes for one in suites_for(Arrest.objects.get(), at=TEN)}
    assert found.diverted_to is not None
    assert found.diverted_to.name == "Stevenage"
    assert found.extra_minutes == drives["Stevenage"] - drives["Hatfield"]
