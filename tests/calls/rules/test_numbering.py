"""The daily number (C2)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.calls.rules.numbering import Number, day_of, following, read
from bluelamp.deadlines.instants import local


def test_the_serial_begins_again_at_local_midnight() -> None:
    before = following(800, at=local(date(2026, 11, 21), time(23, 59, 59)))
    after = following(0, at=local(date(2026, 11, 22), time(0)))
    assert str(before) == "801 of 21 Nov 2026"
    assert str(after) == "1 of 22 Nov 2026"


def test_summer_midnight_is_the_local_one() -> None:
    assert day_of(datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC)) == date(2026, 6, 30)
    assert day_of(datetime(2026, 6, 30, 23, 0, tzinfo=UTC)) == date(2026, 7, 1)


def test_the_repeated_hour_of_autumn_does_not_restart_the_day() -> None:
    day = date(2026, 10, 25)
    assert day_of(local(day, time(1), fold=0)) == day_of(local(day, time(1), fold=1)) == day
    start = local(day, time(0))
    assert day_of(start + timedelta(hours=24, minutes=59)) == day
    assert day_of(start + timedelta(hours=25)) == date(2026, 10, 26)


@pytest.mark.parametrize("text", ["412 of 22 Nov 2026", " 412 22 november 2026 ", "412 of 22 NOV 2026"])
def test_read_as_typed(text: str) -> None:
    assert read(text) == Number(day=date(2026, 11, 22), serial=412)


@pytest.mark.parametrize("text", ["", "412", "412 of 31 Nov 2026", "x of 22 Nov 2026", "412 of 22 Foo 2026"])
def test_what_is_no_number(text: str) -> None:
    assert read(text) is None


@given(day=st.dates(date(2000, 1, 1), date(2099, 12, 31)), serial=st.integers(1, 99999))
def test_a_number_reads_back_as_shown(day: date, serial: int) -> None:
    assert read(str(Number(day=day, serial=serial))) == Number(day=day, serial=serial)
