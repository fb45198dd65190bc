"""A visit at the desk: visits that could be foreseen are said to be, with the gap; one written late says why."""

from django.test import Client

from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.visiting import record_visit
from bluelamp.custody.models import Visit
from tests.custody.desk import NOW, Desk
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done


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


def test_a_visit_now_or_late_with_a_reason(evening: Evening, client: Client) -> None:
    desk, found = Desk(evening, client), evening.held()
    path, at = f"/custody/{found.pk}/visit/", NOW + 25 * MINUTE
    assert b"There is no care plan yet" in desk.open("custody_officer", path).content
    assert b"no observation level" in desk.send("custody_officer", path, words="Fine").content
    done(set_care_plan, NOW, by=evening.acting("custody_officer"), detention=found.pk, level=2, why="Drunk")
    late = {"words": "Awake, reading", "visited_at_0": "2026-11-21", "visited_at_1": "00:10"}
    unsaid = desk.send("detention_officer", path, at=at, **late)
    assert "Say why" in str(unsaid.context["form"].errors["reason_late"])
    assert not Visit.objects.exists()
    sent = desk.send("detention_officer", path, at=at, **late, reason_late="Held at the door by a fight")
    assert sent.status_code == 303
    assert Visit.objects.get().happened_at == NOW + 5 * MINUTE
