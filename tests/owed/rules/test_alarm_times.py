from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bluelamp.owed.rules.alarm_times import alarm_after, minutes_left, next_alarm, try_again

DUE = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
WARNINGS = (60, 30, 0)


def minutes_before(minutes: float) -> datetime:
    return DUE - timedelta(minutes=minutes)


def test_a_review_is_warned_of_an_hour_and_half_an_hour_before() -> None:
    assert next_alarm(due=DUE, warnings=WARNINGS, at=minutes_before(90)) == minutes_before(60)
    assert next_alarm(due=DUE, warnings=WARNINGS, at=minutes_before(60)) == minutes_before(30)
    assert next_alarm(due=DUE, warnings=WARNINGS, at=minutes_before(30)) == DUE


def test_a_warning_already_past_is_left_out_and_one_overdue_is_raised_at_once() -> None:
    assert next_alarm(due=DUE, warnings=WARNINGS, at=minutes_before(10)) == DUE
    assert next_alarm(due=DUE, warnings=WARNINGS, at=minutes_before(-10)) == DUE


def test_where_it_is_said_so_what_is_past_is_one_alarm_at_once() -> None:
    """Whatever is still ahead is raised in its time after it."""
    for minutes, first in ((90, minutes_before(60)), (60, minutes_before(60)), (45, minutes_before(45)),
                           (10, minutes_before(10)), (0, DUE), (-10, DUE)):  # fmt: skip
        at = minutes_before(minutes)
        assert next_alarm(due=DUE, warnings=WARNINGS, at=at, at_once=True) == first, minutes
    assert alarm_after(due=DUE, warnings=WARNINGS, at=minutes_before(45)) == minutes_before(30)


def test_nothing_follows_the_late_alarm() -> None:
    assert alarm_after(due=DUE, warnings=WARNINGS, at=DUE) is None
    assert alarm_after(due=DUE, warnings=WARNINGS, at=minutes_before(1)) == DUE


def test_minutes_left_count_whole_minutes() -> None:
    assert minutes_left(due=DUE, at=minutes_before(60)) == 60
    assert minutes_left(due=DUE, at=minutes_before(59.5)) == 60
    assert minutes_left(due=DUE, at=DUE) == 0


def test_a_poisoned_row_waits_longer_each_time_but_never_over_15_minutes() -> None:
    waits = [(try_again(failures=n, at=DUE) - DUE).total_seconds() for n in range(1, 40)]
    assert waits[:4] == [5, 10, 20, 40]
    assert max(waits) == 900
    assert waits == sorted(waits)


@given(
    warnings=st.lists(st.integers(0, 3000), max_size=6).map(lambda some: tuple(sorted({0, *some}, reverse=True))),
    minutes=st.integers(-5000, 5000),
)
def test_following_the_alarms_always_ends_with_late(warnings: tuple[int, ...], minutes: int) -> None:
    at: datetime | None = minutes_before(minutes)
    assert at is not None
    at = next_alarm(due=DUE, warnings=warnings, at=at)
    steps = [at]
    while (at := alarm_after(due=DUE, warnings=warnings, at=at)) is not None:
        steps.append(at)
    assert steps[-1] == DUE
    assert steps == sorted(set(steps))
