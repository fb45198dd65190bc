from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluelamp.deadlines.deadline import Deadline
from bluelamp.ledger.queries import timeline
from bluelamp.owed.actions.erasing import erase_words
from bluelamp.owed.actions.stating import EVERY_SLOT, end, keep, promise, withdraw
from bluelamp.owed.models import Promise, State
from tests.owed.promises import FARRANT, MINUTE, NOON, REVIEW, VISIT, entries, saying, the_promise

pytestmark = pytest.mark.django_db
DUE = NOON + 90 * MINUTE


def owe(slot: str = "1", due: datetime | Deadline = DUE, at: datetime = NOON, **more: Any) -> None:
    said = {"facts": {"n": 1}, "words": {"who": "Mr Redfern"}, **more}
    saying(lambda: promise(REVIEW, record="detention:7", slot=slot, due=due, **said), at)


def test_a_promise_is_open_with_its_basis_counting_and_first_alarm() -> None:
    owe(due=Deadline(due=DUE, because=("6 h after 06:30",), basis="PACE s.40(3)(a)"))
    made = the_promise()
    assert (made.state, made.due_at, made.alarm_at) == ("open", DUE, DUE - 60 * MINUTE)
    assert (made.basis, made.because, made.to, made.acts) == (
        "PACE s.40(3)(a)",
        ["6 h after 06:30"],
        "The detainee",
        "custody.review",
    )


@pytest.mark.parametrize(
    ("after_due", "state"),
    [(timedelta(minutes=-1), "kept"), (timedelta(0), "kept"), (timedelta(seconds=1), "late")],
)
def test_kept_until_the_due_time_itself_and_late_a_second_after(after_due: timedelta, state: str) -> None:
    owe()
    saying(lambda: keep(REVIEW, record="detention:7", slot="1"), DUE + after_due)
    assert (the_promise().state, the_promise().alarm_at) == (state, None)


def test_what_is_settled_stays_settled() -> None:
    owe()
    saying(lambda: keep(REVIEW, record="detention:7", slot="1"), DUE + MINUTE)
    owe(due=DUE + 600 * MINUTE, at=DUE + 2 * MINUTE)
    saying(lambda: withdraw(REVIEW, record="detention:7", slot="1"), DUE + 3 * MINUTE)
    saying(lambda: keep(REVIEW, record="detention:7", slot="1", at=NOON), DUE + 4 * MINUTE)
    assert (the_promise().state, the_promise().due_at) == ("late", DUE)


def test_stating_again_moves_the_due_time_and_its_alarm() -> None:
    owe()
    owe(due=DUE + 60 * MINUTE, at=NOON + MINUTE)
    made = the_promise()
    assert (made.due_at, made.alarm_at, made.began_at, made.version) == (DUE + 60 * MINUTE, DUE, NOON, 2)


def test_stating_the_same_again_does_not_raise_an_old_alarm_again() -> None:
    owe()
    Promise.objects.update(alarm_at=DUE, raised=[60, 30])
    owe()
    assert (the_promise().alarm_at, the_promise().raised) == (DUE, [60, 30])


def test_withdrawn_in_time_is_not_counted_and_can_be_owed_again() -> None:
    owe()
    saying(lambda: withdraw(REVIEW, record="detention:7", slot="1", why="Released"), DUE - MINUTE)
    assert the_promise().state == "withdrawn"
    owe(due=DUE + MINUTE)
    assert (the_promise().state, the_promise().settled_at) == ("open", None)


def test_withdrawn_when_overdue_is_broken_unless_it_was_never_owed() -> None:
    owe("1")
    owe("2")
    late = DUE + MINUTE
    saying(lambda: withdraw(REVIEW, record="detention:7", slot="1", why="Released"), late)
    saying(lambda: withdraw(REVIEW, record="detention:7", slot="2", why="Wrong day", never_owed=True), late)
    assert [(p.slot, p.state) for p in Promise.objects.order_by("slot")] == [("1", "broken"), ("2", "withdrawn")]


def test_every_slot_at_once() -> None:
    for slot in "123":
        owe(slot)
    saying(lambda: end(REVIEW, record="detention:7", slot=EVERY_SLOT), NOON + MINUTE)
    assert set(Promise.objects.values_list("state", flat=True)) == {"broken"}


def test_one_action_says_all_in_one_statement_and_in_order() -> None:
    def sayings() -> None:
        promise(REVIEW, record="detention:7", slot="1", due=DUE)
        promise(VISIT, record="detention:7", due=DUE)
        keep(REVIEW, record="detention:7", slot="1")
        promise(REVIEW, record="detention:7", slot="2", due=DUE)

    with CaptureQueriesContext(connection) as sent:
        saying(sayings)
    assert len([one for one in sent if "owed" in one["sql"] and "ledger_append" not in one["sql"]]) == 1
    states = Promise.objects.order_by("kind", "slot").values_list("kind", "slot", "state")
    assert list(states) == [("trial.review", "1", "kept"), ("trial.review", "2", "open"), ("trial.visit", "", "open")]


def test_nothing_said_by_an_action_that_fails_is_kept_for_the_next() -> None:
    def fail() -> None:
        promise(REVIEW, record="detention:9", due=DUE)
        raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        saying(fail)
    owe()
    assert Promise.objects.count() == 1


def test_promises_are_stated_only_inside_an_action() -> None:
    with pytest.raises(RuntimeError):
        promise(REVIEW, record="detention:7", due=DUE)


def test_the_ledger_says_when_it_was_due_and_done_and_names_nobody() -> None:
    owe(about=("person:12",))
    saying(lambda: keep(REVIEW, record="detention:7", slot="1"), DUE + MINUTE)
    (entry,) = entries("owed.done_late")
    assert entry.record == "detention:7"
    assert entry.about == ["person:12"]
    assert "Redfern" not in entry.facts
    assert DUE.isoformat() in entry.facts
    assert timeline("detention:7")[0].sentence == (
        "Promise kept late: Review 1, detention of …. Due 13:30 Fri 20 Nov 2026, done 13:31 Fri 20 Nov 2026"
    )


def test_erasing_takes_the_names_and_leaves_the_promise() -> None:
    owe()
    erase_words(record="detention:7", by=FARRANT, at=NOON)
    assert (the_promise().words, the_promise().facts) == ({}, {"n": 1})


STEPS = st.lists(st.tuples(st.sampled_from(["promise", "keep", "withdraw", "end"]), st.integers(0, 200)), max_size=8)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_said_a_missed_promise_never_turns_into_a_kept_one(steps: list[tuple[str, int]]) -> None:
    Promise.objects.all().delete()
    owe()
    done = {"keep": keep, "withdraw": withdraw, "end": end}
    expected, at = State.OPEN.value, NOON
    for verb, minutes in steps:
        at = max(at, NOON + minutes * MINUTE)
        if verb == "promise":
            owe(at=at)
            expected = "open" if expected == "withdrawn" else expected
        else:
            saying(lambda verb=verb: done[verb](REVIEW, record="detention:7", slot="1"), at)
            if expected == "open":
                in_time = {"keep": "kept", "withdraw": "withdrawn", "end": "broken"}[verb]
                expected = in_time if at <= DUE else {"keep": "late"}.get(verb, "broken")
        assert the_promise().state == expected
