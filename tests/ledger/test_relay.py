import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections, transaction

from bluelamp.ledger import queries, relay
from bluelamp.ledger.relay import Follower, Message

Told = Callable[..., str]
pytestmark = pytest.mark.django_db(transaction=True)


def until(follower: Follower, count: int) -> list[Message]:
    """Poll until that many entries came: any open transaction of the server holds the newest back."""
    found: list[Message] = []
    for _ in range(200):
        found += follower.next()
        if len(found) >= count:
            break
        threading.Event().wait(0.05)
    return found


def test_nothing_is_skipped_when_transactions_commit_out_of_order(told: Told) -> None:
    begun, go_on = threading.Event(), threading.Event()
    follower = Follower(connection=connection)
    assert follower.next() == []

    def late() -> None:
        with transaction.atomic():
            told("incident:1")
            begun.set()
            go_on.wait(10)
        connections.close_all()

    thread = threading.Thread(target=late)
    thread.start()
    begun.wait(10)
    told("incident:2")
    assert follower.next() == []
    go_on.set()
    thread.join()
    assert [one.record for one in until(follower, 2)] == ["incident:1", "incident:2"]
    assert follower.next() == []


def test_a_page_goes_on_where_it_left_off(told: Told) -> None:
    start = queries.position()
    for number in range(5):
        told(f"incident:{number}", number=number)
    everything = until(Follower(connection=connection, position=start), 5)
    for place, one in enumerate(everything):
        assert relay.since(connection, one.position) == everything[place + 1 :]
    assert relay.since(connection, start, limit=2) == everything[:2]
    assert [one.facts for one in everything] == [{"number": number} for number in range(5)]


@pytest.mark.parametrize("position", ["", "x:1", "1"])
def test_a_position_that_is_none_is_refused(position: str) -> None:
    with pytest.raises(ValueError, match="invalid"):
        relay.parse(position)
