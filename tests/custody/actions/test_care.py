"""Care plans, who watches, meals and the like, rest: each in words, and owed again when it is not had."""

from typing import Any

import pytest

from bluelamp import clock
from bluelamp.custody import care
from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.caring import give_care
from bluelamp.custody.actions.resting import begin_rest, break_rest, end_rest, go_on_resting
from bluelamp.custody.actions.watching import relieve
from bluelamp.custody.models import CareEntry, CarePlan, Detention, Rest, Watch
from bluelamp.ledger.models import Entry
from bluelamp.owed.alarms import raise_due
from bluelamp.owed.models import Promise
from bluelamp.places.models import Cell
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR
ARRIVED = TEN + 45 * MINUTE


def plan(evening: Evening, found: Detention, at: Any = NOW, **given: Any) -> Detention:
    by = evening.acting("custody_officer")
    done(set_care_plan, at, by=by, detention=found.pk, **{"level": 1, "why": "No risk found", **given})
    return Detention.objects.get(pk=found.pk)


def act(evening: Evening, action: Any, found: Detention, at: Any, **given: Any) -> None:
    done(action, at, by=evening.acting("detention_officer"), detention=found.pk, **given)


def owed(found: Detention, kind: str) -> list[tuple[Any, str]]:
    return list(Promise.objects.filter(record=found.ref, kind=kind).order_by("pk").values_list("due_at", "state"))


def test_every_change_of_level_is_a_new_plan_with_its_reason(evening: Evening) -> None:
    found = plan(evening, evening.held())
    found = plan(evening, found, NOW + 10 * MINUTE, level=2, must_rouse=True, why="Smells of drink, slurred")
    assert (found.level, found.must_rouse, found.visit_due_at) == (2, True, NOW + 30 * MINUTE)
    assert list(CarePlan.objects.order_by("pk").values_list("level", "why")) == [
        (1, "No risk found"), (2, "Smells of drink, slurred"),
    ]  # fmt: skip
    assert Entry.objects.filter(record=found.ref, event="custody.care_planned").count() == 2
    assert Promise.objects.filter(kind="custody.visit", state="open").count() == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"level": 5}, "Choose an observation level"),
        ({"why": "  "}, "Say why this level"),
        ({"level": 3}, "name who watches"),
        ({"level": 2, "plan_minutes": 45}, "may only be closer"),
        ({"level": 2, "plan_minutes": 0}, "may only be closer"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_words(evening: Evening, given: dict[str, Any], words: str) -> None:
    found = evening.held()
    with pytest.raises(Refused, match=words) as refusal:
        plan(evening, found, **given)
    assert refusal.value.verdict.source
    assert not CarePlan.objects.exists()
    assert Detention.objects.get(pk=found.pk).level is None


def test_only_the_custody_officer_sets_a_level(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="may not do this"):
        done(set_care_plan, NOW, by=evening.acting("detention_officer"), detention=found.pk, level=1, why="x")


def test_levels_three_and_four_need_a_watched_cell(evening: Evening) -> None:
    found = evening.held()
    evening.in_cell(found, "M1")
    with pytest.raises(Refused, match="needs a watched cell"):
        plan(evening, found, level=3, observer="DO Pryce")
    Cell.objects.filter(number="M1").update(features=["camera"])
    found = plan(evening, found, level=3, observer="DO Pryce")
    assert (found.level, Watch.objects.get().observer) == (3, "DO Pryce")


def test_who_watches_is_relieved_by_another_by_name(evening: Evening) -> None:
    found = plan(evening, evening.held(), level=4, observer="DO Pryce")
    assert owed(found, "custody.observer_relief") == [(NOW + HOUR, "open")]
    with pytest.raises(Refused, match="watches already"):
        act(evening, relieve, found, NOW + 50 * MINUTE, observer="do pryce", words="Told all")
    act(evening, relieve, found, NOW + 50 * MINUTE, observer="DO Quill", words="He hides food")
    assert owed(found, "custody.observer_relief") == [(NOW + HOUR, "kept"), (NOW + 110 * MINUTE, "open")]
    plan(evening, found, NOW + 2 * HOUR, level=2, why="Calm, seen by the nurse")
    assert not Watch.objects.filter(ended_at=None).exists()
    with pytest.raises(Refused, match="Nobody is written as watching"):
        act(evening, relieve, found, NOW + 3 * HOUR, observer="DO Quill", words="x")


def test_what_is_offered_counts_even_when_declined(evening: Evening) -> None:
    found = evening.held()
    at = NOW + HOUR
    assert care.meals_owed(found, at).words.startswith("2 light meals and 1 main meal by 22:50 Sat 21 Nov 2026")
    act(evening, give_care, found, at, kind="main_meal", declined=True, words="Not hungry")
    act(evening, give_care, found, at + MINUTE, kind="drink", declined=False)
    assert care.meals_owed(found, at + HOUR).words.startswith("2 light meals by")
    assert CareEntry.objects.filter(declined=True).get().words == "Not hungry"
    for given, words in (
        ({"kind": "wine"}, "Choose what was offered"),
        ({"kind": "drink", "given_at": TEN}, "before the person arrived"),
        ({"kind": "drink", "given_at": at + 9 * HOUR}, "still to come"),
    ):
        with pytest.raises(Refused, match=words):
            act(evening, give_care, found, at, declined=False, **given)


def test_rest_is_owed_kept_by_beginning_and_owed_again_when_broken_for_a(evening: Evening) -> None:
    found = plan(evening, evening.held())
    by_when = ARRIVED + 16 * HOUR
    assert owed(found, "custody.rest") == [(by_when, "open")]
    act(evening, begin_rest, found, NOW + HOUR)
    assert owed(found, "custody.rest") == [(by_when, "kept")]
    act(evening, break_rest, found, NOW + 3 * HOUR, reason="prejudice", words="A second suspect named him")
    assert owed(found, "custody.rest") == [(by_when, "kept"), (by_when, "open")]
    broken = Entry.objects.get(event="custody.rest_broken").facts
    assert '"reason":"prejudice"' in str(broken).replace("'", '"').replace(" ", "")
    act(evening, go_on_resting, found, NOW + 4 * HOUR)
    assert owed(found, "custody.rest")[-1] == (by_when, "kept")
    act(evening, end_rest, found, NOW + 12 * HOUR)
    assert owed(found, "custody.rest")[-1] == (by_when + 24 * HOUR, "open")
    assert Entry.objects.filter(event="custody.rest_ended").count() == 1


def test_rest_broken_at_a_request_goes_on_and_one_cut_short_is_owed_again(evening: Evening) -> None:
    found = plan(evening, evening.held())
    act(evening, begin_rest, found, NOW)
    act(evening, break_rest, found, NOW + HOUR, reason="request", words="Asked for his solicitor")
    assert [state for _, state in owed(found, "custody.rest")] == ["kept"]
    act(evening, end_rest, found, NOW + 5 * HOUR)
    assert [state for _, state in owed(found, "custody.rest")] == ["kept", "open"]
    with clock.set_to(NOW + 15 * HOUR):
        raise_due(at=NOW + 15 * HOUR)
    late = Promise.objects.get(record=found.ref, kind="custody.rest", state="open")
    assert late.due_at == ARRIVED + 16 * HOUR


def test_an_impossible_rest_is_refused(evening: Evening) -> None:
    found = plan(evening, evening.held())
    with pytest.raises(Refused, match="No rest lasts now"):
        act(evening, end_rest, found, NOW)
    with pytest.raises(Refused, match="before the person arrived"):
        act(evening, begin_rest, found, NOW, began_at=TEN, reason_late="x")
    with pytest.raises(Refused, match="still to come"):
        act(evening, begin_rest, found, NOW, began_at=NOW + HOUR)
    act(evening, begin_rest, found, NOW)
    with pytest.raises(Refused, match="is written already"):
        act(evening, begin_rest, found, NOW + HOUR)
    with pytest.raises(Refused, match="not broken for that"):
        act(evening, break_rest, found, NOW + HOUR, reason="to search the cell", words="x")
    with pytest.raises(Refused, match="Say what happened"):
        act(evening, break_rest, found, NOW + HOUR, reason="risk", words="")
    with pytest.raises(Refused, match="not broken"):
        act(evening, go_on_resting, found, NOW + HOUR)
    assert Rest.objects.get().began_at == NOW
