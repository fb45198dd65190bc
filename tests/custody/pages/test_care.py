"""The forms of care on the desk: plan, visit, meals, rest, who watches."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import CareEntry, CarePlan, Detention, Rest, RestBreak, Visit, Watch
from tests.custody.evening import HOUR, MINUTE, TEN, Evening

NOW = TEN + 2 * HOUR


class Desk:
    """Somebody of the suite at a page."""

    def __init__(self, evening: Evening, client: Client) -> None:
        self.evening, self.client = evening, client

    def __call__(self, way: str, path: str, at: Any = NOW, role: str = "custody_officer", **given: Any) -> HttpResponse:
        self.evening.signed_in(role, self.client, at=at)
        with clock.set_to(at):
            return getattr(self.client, way)(path, given)


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def plan(desk: Desk, found: Detention, **given: Any) -> HttpResponse:
    return desk("post", f"/custody/{found.pk}/care-plan/", **{"level": 2, "must_rouse": "no", "why": "Drunk", **given})


def test_nothing_of_a_plan_is_chosen_beforehand(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/care-plan/"
    assert b"checked" not in desk("get", path).content
    empty = desk("post", path)
    assert set(empty.context["form"].errors) == {"level", "must_rouse", "why"}
    assert plan(desk, found, level=3).context["form"].errors["observer"]
    assert not CarePlan.objects.exists()
    assert plan(desk, found).status_code == 303
    shown = desk("get", path).content
    assert b"Now level 2" in shown
    assert desk("get", path, role="detention_officer").status_code == 403


def test_a_visit_at_the_desk_now_or_late_with_a_reason(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/visit/"
    assert b"There is no care plan yet" in desk("get", path).content
    assert b"no observation level" in desk("post", path, words="Fine").content
    plan(desk, found)
    late = {"words": "Awake, reading", "visited_at_0": "2026-11-21", "visited_at_1": "00:10"}
    at = NOW + 25 * MINUTE
    assert b"Say why" in desk("post", path, at, role="detention_officer", **late).content
    sent = desk("post", path, at, role="detention_officer", **late, reason_late="Held at the door by a fight")
    assert sent.status_code == 303
    assert Visit.objects.get().happened_at == TEN + 2 * HOUR + 5 * MINUTE


def test_meals_say_what_is_still_owed(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/care/"
    assert b"2 light meals and 1 main meal" in desk("get", path).content
    assert set(desk("post", path).context["form"].errors) == {"kind", "answer"}
    assert desk("post", path, kind="light_meal", answer="declined", words="Not hungry").status_code == 303
    shown = desk("get", path, NOW + MINUTE).content
    assert b"1 light meal and 1 main meal" in shown
    assert b"Light meal, declined" in shown
    assert CareEntry.objects.get().declined


def test_rest_begins_is_broken_goes_on_and_ends_on_one_page(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/rest/"
    assert b"14:50" in desk("get", path).content
    assert desk("post", path).status_code == 303
    assert b"Resting" in desk("get", path, NOW + HOUR).content
    assert desk("post", path, NOW + HOUR, what="break", words="x").context["form"].errors["reason"]
    broken = {"what": "break", "reason": "risk", "words": "Smoke in the wing"}
    assert desk("post", path, NOW + HOUR, **broken).status_code == 303
    assert b"Rest is interrupted" in desk("get", path, NOW + 2 * HOUR).content
    assert desk("post", path, NOW + 2 * HOUR, what="go_on").status_code == 303
    assert b"10:05" in desk("get", path, NOW + 3 * HOUR).content
    assert desk("post", path, NOW + 11 * HOUR, what="end").status_code == 303
    assert b"Eight hours together were had" in desk("get", path, NOW + 11 * HOUR).content
    assert Rest.objects.get().ended_at == NOW + 11 * HOUR
    assert RestBreak.objects.get().over_at == NOW + 2 * HOUR


def test_who_watches_is_relieved(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/watch/"
    assert b"Nobody is written as watching" in desk("get", path).content
    plan(desk, found, level=4, observer="DO Pryce")
    assert b"DO Pryce" in desk("get", path, NOW + MINUTE).content
    sent = desk("post", path, NOW + HOUR, role="detention_officer", observer="DO Quill", words="He hides food")
    assert sent.status_code == 303
    assert Watch.objects.get(ended_at=None).observer == "DO Quill"


def test_the_record_offers_care_and_shows_it(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    before = desk("get", f"/detention/{found.pk}/").content.decode()
    assert "Not yet: there is no observation level." in before
    assert f"/custody/{found.pk}/care-plan/" in before
    assert "None yet: the care plan comes first" in before
    plan(desk, found, level=4, observer="DO Pryce", must_rouse="yes")
    after = desk("get", f"/detention/{found.pk}/").content.decode()
    for words in ("Write a rousing", "Relieve who watches", "4, roused at each visit", "Meals still owed", "8 h begin"):
        assert words in after
