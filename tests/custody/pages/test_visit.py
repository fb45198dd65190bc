"""A visit at the desk: visits that could be foreseen are said to be, with the gap."""

from django.test import Client

from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.visiting import record_visit
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done
from tests.custody.pages.test_desk import Desk


def test_visits_that_come_evenly_are_named(evening: Evening, client: Client) -> None:
    desk, found = Desk(evening, client), evening.held()
    sergeant, path = evening.acting("custody_officer"), f"/custody/{found.pk}/visit/"
    evening.in_cell(found, "M1")
    done(set_care_plan, TEN + 70 * MINUTE, by=sergeant, detention=found.pk, level=2, why="Head wound")
    gaps = (25, 20, 20, 20, 20, 20, 20)
    at = TEN + 70 * MINUTE
    for n, gap in enumerate(gaps):
        at += gap * MINUTE
        words = f"Awake, visit {n}, {gap} on"
        done(record_visit, at + n * MINUTE / 60, by=sergeant, detention=found.pk, words=words)
        if n == 1:
            assert b"can be foreseen" not in desk.open("custody_officer", path, at=at + MINUTE).content
    said = desk.open("custody_officer", path, at=at + MINUTE).content
    assert b"These visits can be foreseen" in said
    assert b"20 min apart; vary them" in said
    assert at < TEN + 5 * HOUR


def test_whoever_rouses_is_reminded_of_what_looks_like_drink(evening: Evening, client: Client) -> None:
    desk, found = Desk(evening, client), evening.held()
    sergeant, path = evening.acting("custody_officer"), f"/custody/{found.pk}/visit/"
    for n, rouse in enumerate((False, True)):
        at, plan = TEN + (70 + n) * MINUTE, {"level": 2, "why": "Unsteady", "must_rouse": rouse}
        done(set_care_plan, at, by=sergeant, detention=found.pk, **plan)
        said = desk.open("custody_officer", path, at=at + MINUTE / 2).content
        assert (b"diabetes, epilepsy, a head injury, drugs, a stroke" in said) == rouse
