import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Barrier, Event, Thread
from typing import Any

import pytest
from django.db import connection

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed import alarms
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.owed.alarms import raise_due, run_alarms
from bluelamp.owed.models import Promise
from bluelamp.owed.registry import Kind
from tests.owed.promises import MINUTE, NOON, REVIEW, entries, kind_with, saying, the_promise

DUE = NOON + 90 * MINUTE


def deadline(due: datetime) -> Deadline:
    return Deadline(due=due, because=("moved",), basis="Test")


def owe(kind: Kind = REVIEW, record: str = "detention:7", slot: str = "1", due: datetime = DUE) -> None:
    saying(lambda: promise(kind, record=record, slot=slot, due=due, facts={"n": 1}), NOON)


def boom(*_args: Any, **_facts: Any) -> None:
    raise ValueError("Mr Redfern's file cannot be read")


@pytest.mark.django_db
def test_warned_twice_then_late_each_once() -> None:
    owe()
    for minutes in (0, 29, 30, 45, 60, 61, 89.9, 90, 90.1, 200):
        raise_due(at=NOON + minutes * MINUTE)
    raised = [(entry.event, entry.recorded_at) for entry in entries("owed.alarm_raised", "owed.late_raised")]
    assert raised == [
        ("owed.alarm_raised", NOON + 30 * MINUTE),
        ("owed.alarm_raised", NOON + 60 * MINUTE),
        ("owed.late_raised", DUE),
    ]
    assert (the_promise().raised, the_promise().alarm_at, the_promise().state) == ([60, 30, 0], None, "open")


@pytest.mark.django_db
def test_after_a_time_without_the_loop_only_the_alarm_that_still_matters_is_raised() -> None:
    owe()
    raise_due(at=DUE + 5 * MINUTE)
    assert [entry.event for entry in entries("owed.alarm_raised", "owed.late_raised")] == ["owed.late_raised"]


@pytest.mark.django_db
def test_nothing_is_raised_for_what_was_kept() -> None:
    owe()
    saying(lambda: keep(REVIEW, record="detention:7", slot="1"), NOON + MINUTE)
    assert raise_due(at=DUE) == 0


@pytest.mark.django_db
def test_the_rule_asked_again_moves_the_promise() -> None:
    later = DUE + 120 * MINUTE
    with kind_with(ask=lambda _record, _slot: deadline(later), warn_minutes=(30,)) as kind:
        owe(kind)
        assert raise_due(at=DUE - 30 * MINUTE) == 1
    moved = the_promise()
    assert (moved.due_at, moved.alarm_at, moved.because) == (later, later - 30 * MINUTE, ["moved"])
    assert [entry.event for entry in entries("owed.alarm_raised", "owed.moved")] == ["owed.moved"]


@pytest.mark.django_db
def test_the_rule_asked_again_no_longer_asks_for_it() -> None:
    with kind_with(ask=lambda _record, _slot: None) as kind:
        owe(kind)
        raise_due(at=DUE + MINUTE)
    assert the_promise().state == "withdrawn"
    assert len(entries("owed.withdrawn")) == 1


@pytest.mark.django_db
def test_the_domains_own_action_runs_with_the_alarm() -> None:
    called: list[tuple[str, str]] = []

    def alarm(*, record: str, slot: str, by: Acting, at: datetime) -> None:
        called.append((record, slot))
        assert by.ref == "system:alarms"
        assert at == DUE

    with kind_with(alarm=alarm) as kind:
        owe(kind)
        raise_due(at=DUE)
    assert called == [("detention:7", "1")]


@pytest.mark.django_db
@pytest.mark.parametrize("poison", [{"ask": boom}, {"alarm": boom}])
def test_a_poisoned_promise_is_pushed_forward_and_stops_nobody(
    poison: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    with kind_with(**poison) as kind, caplog.at_level(logging.CRITICAL):
        owe(kind, due=DUE - MINUTE)
        owe()
        raise_due(at=DUE)
        bad = the_promise(kind=kind.name)
        assert (bad.failures, bad.trouble, bad.alarm_at) == (1, "ValueError", DUE + timedelta(seconds=5))
        assert the_promise(kind=REVIEW.name).raised == [0]
        raise_due(at=DUE + timedelta(seconds=5))
        assert the_promise(kind=kind.name).alarm_at == DUE + timedelta(seconds=15)
    failed = entries("owed.alarm_failed")
    assert len(failed) == 2
    assert "Redfern" not in failed[0].facts
    assert not [entry for entry in entries("owed.late_raised") if kind.name in entry.facts]


@pytest.mark.django_db
def test_a_kind_no_longer_declared_is_pushed_forward() -> None:
    owe()
    Promise.objects.update(kind="trial.gone")
    owe(slot="2")
    raise_due(at=DUE)
    assert the_promise(kind="trial.gone").trouble == "KeyError"
    assert the_promise(kind=REVIEW.name).raised == [0]


@pytest.mark.django_db
def test_the_loop_goes_by_the_house_clock() -> None:
    owe()
    with clock.set_to(DUE - MINUTE):
        assert raise_due(at=clock.now()) == 1
    with clock.set_to(DUE - 40 * MINUTE):
        assert raise_due(at=clock.now()) == 0
    assert the_promise().raised == [1]


@pytest.mark.usefixtures("committed")
def test_two_loops_at_once_never_raise_twice() -> None:
    for number in range(60):
        owe(record=f"detention:{number}")
    start = Barrier(2)

    def loop() -> None:
        start.wait()
        while Promise.objects.filter(alarm_at__isnull=False).exists():
            raise_due(at=DUE)
        connection.close()

    loops = [Thread(target=loop) for _ in range(2)]
    for one in loops:
        one.start()
    for one in loops:
        one.join(60)
    records = [entry.record for entry in entries("owed.late_raised")]
    assert sorted(records) == sorted({f"detention:{number}" for number in range(60)})


@pytest.fixture
def running_loop(committed: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(alarms, "RECONNECT_SECONDS", 0.05)
    stop = Event()
    thread = Thread(target=run_alarms, args=(stop,))
    thread.start()
    yield
    stop.set()
    thread.join(10)
    assert not thread.is_alive()


@pytest.mark.usefixtures("running_loop")
def test_the_loop_outlives_a_lost_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    saying(lambda: promise(REVIEW, record="detention:7", slot="1", due=clock.now()), clock.now())
    waited = Event()
    for _ in range(100):
        if entries("owed.late_raised"):
            break
        waited.wait(0.1)
    assert len(entries("owed.late_raised")) == 1
