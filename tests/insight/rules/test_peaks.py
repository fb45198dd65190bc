"""The most at one time."""

from datetime import UTC, datetime

from bluelamp.insight.rules.peaks import peak


def at(hour: int) -> datetime:
    return datetime(2026, 11, 10, hour, tzinfo=UTC)


def test_counts_stays_that_overlap() -> None:
    stays = [(at(1), at(5)), (at(3), at(6)), (at(4), None), (at(7), at(8))]
    assert peak(stays, since=at(0), until=at(23)) == 3


def test_one_who_leaves_makes_room_for_one_who_comes_at_that_instant() -> None:
    assert peak([(at(1), at(2)), (at(2), at(3))], since=at(0), until=at(23)) == 1


def test_only_what_runs_in_the_period_counts() -> None:
    stays = [(at(1), at(4)), (at(2), at(4)), (at(4), at(9))]
    assert peak(stays, since=at(5), until=at(8)) == 1
    assert peak(stays, since=at(3), until=at(8)) == 2
    assert peak([], since=at(0), until=at(1)) == 0
