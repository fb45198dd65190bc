import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, connections, transaction

from bluelamp.ledger import notary, used_keys
from bluelamp.ledger.models import Entry, Request
from bluelamp.ledger.notary import Places
from bluelamp.ledger.used_keys import forget_keys
from tests.ledger.conftest import HANDLER, TEN, say

Told = Callable[..., str]
pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime.now(UTC)


def used(key: str, *, days: float) -> None:
    """A key that was used so many days ago."""
    Request.objects.create(
        key=key, who=HANDLER.ref, action="say", answer='"incident:1"', written_at=NOW - timedelta(days=days)
    )


def kept() -> set[str]:
    return set(Request.objects.values_list("key", flat=True))


def test_only_keys_older_than_the_setting_are_forgotten() -> None:
    used("old", days=30.1)
    used("young", days=29.9)
    assert forget_keys(at=NOW, days=30) == 1
    assert kept() == {"young"}


def test_two_days_are_kept_whatever_is_set_and_whatever_the_clock_of_the_program_says() -> None:
    used("old", days=2.1)
    used("young", days=1.9)
    assert forget_keys(at=NOW + timedelta(days=400), days=0) == 1
    assert kept() == {"young"}


def test_a_form_sent_again_before_the_end_does_nothing_twice(told: Told) -> None:
    told("incident:1", key="form")
    forget_keys(at=NOW, days=30)
    assert told("incident:1", key="form") == "incident:1"
    assert Entry.objects.count() == 1


def test_many_go_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(used_keys, "BATCH", 3)
    for number in range(8):
        used(f"old-{number}", days=40)
    assert forget_keys(at=NOW, days=30) == 8
    assert not kept()


def test_it_steps_over_a_key_in_use_and_waits_for_nobody() -> None:
    used("in use", days=40)
    used("old", days=40)
    held, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            assert Request.objects.select_for_update().get(key="in use")
            held.set()
            go_on.wait(10)
        connections.close_all()

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(10)
    try:
        assert forget_keys(at=NOW, days=30) == 1
        assert kept() == {"in use"}
    finally:
        go_on.set()
        thread.join()


def test_writers_at_work_lose_nothing_while_it_runs() -> None:
    for number in range(300):
        used(f"old-{number}", days=40)
    wrong: list[Exception] = []

    def work(who: int) -> None:
        try:
            for number in range(25):
                say(record=f"incident:{who}", what="x", by=HANDLER, at=TEN, key=f"new-{who}-{number}")
        except Exception as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(who,)) for who in range(3)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        forget_keys(at=NOW, days=30)
    for thread in threads:
        thread.join()
    forget_keys(at=NOW, days=30)
    assert not wrong
    assert kept() == {f"new-{who}-{number}" for who in range(3) for number in range(25)}
    assert Entry.objects.count() == 75


def test_the_notary_does_it_when_it_starts(kept: Places) -> None:
    used("old", days=40)
    used("young", days=4)
    stop = threading.Event()
    wrong: list[str] = []
    timer = threading.Timer(0.5, stop.set)
    timer.start()
    notary.run(kept, stop, every=0.1, keep_days=5, report=wrong.append)
    assert not wrong
    assert set(Request.objects.values_list("key", flat=True)) == {"young"}


def test_a_role_without_the_right_cannot_forget_a_key() -> None:
    used("old", days=40)
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE outsider_of_keys; SET ROLE outsider_of_keys")
        try:
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                cursor.execute("SELECT ledger_forget_keys(now(), 10)")
        finally:
            cursor.execute("RESET ROLE; DROP ROLE outsider_of_keys")
    assert kept() == {"old"}
