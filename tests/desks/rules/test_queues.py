from datetime import UTC, datetime, timedelta

import pytest

from bluelamp.desks.rules.queues import Ring, queues, seconds

AT = datetime(2026, 11, 20, 21, 32, 8, tzinfo=UTC)


def test_who_waits_longest_is_told_for_each_line() -> None:
    rings = [Ring(channel="101", rang_at=AT - timedelta(seconds=48)), Ring(channel="101", rang_at=AT)]
    emergency, other = queues(rings, at=AT)
    assert (emergency.waiting, emergency.words) == (0, "quiet for an hour")
    assert (other.line, other.waiting, other.words) == ("101", 2, "longest 48 s")


def test_where_nobody_waits_the_middle_wait_of_the_answered_is_told() -> None:
    waits = (4, 6, 300)
    rings = [Ring(channel="999", rang_at=AT, answered_at=AT + timedelta(seconds=wait)) for wait in waits]
    assert queues(rings, at=AT)[0].words == "answered in 6 s"


@pytest.mark.parametrize(("span", "words"), [(0, "0 s"), (59.9, "59 s"), (125, "2 min 05 s"), (-3, "0 s")])
def test_a_wait_is_told_in_words(span: float, words: str) -> None:
    assert seconds(timedelta(seconds=span)) == words
