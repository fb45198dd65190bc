"""The four working-day calendars and the bank holidays beneath them."""

import socket
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines import bank_holidays as holidays
from bluelamp.deadlines.bank_holidays import YearUnknown, bank_holidays, by_rule, easter_sunday, public_holidays
from bluelamp.deadlines.calendars import CRIMPR, DAPN, PACE_COURT, VICTIMS_CODE, WorkingDays
from bluelamp.deadlines.counting import counted_hours_after, working_days_after
from bluelamp.deadlines.instants import local, local_day
from bluelamp.deadlines.months import end_of_day

CALENDARS = [VICTIMS_CODE, CRIMPR, DAPN, PACE_COURT]
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
ONE_OFF = {
    2012: {date(2012, 6, 4), date(2012, 6, 5), date(2012, 5, 28)},
    2020: {date(2020, 5, 4), date(2020, 5, 8)},
    2022: {date(2022, 5, 30), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)},
    2023: {date(2023, 5, 8)},
}


def test_bank_holidays_need_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("The network was asked.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    holidays.published.cache_clear()
    assert date(2026, 12, 28) in bank_holidays(2026)


@pytest.mark.parametrize("year", range(2012, 2029))
def test_the_rule_agrees_with_every_published_year_but_for_one_offs(year: int) -> None:
    assert by_rule(year) ^ bank_holidays(year) == ONE_OFF.get(year, set())


def test_years_after_the_list_follow_the_rule() -> None:
    assert sorted(bank_holidays(2030)) == [
        date(2030, 1, 1), date(2030, 4, 19), date(2030, 4, 22), date(2030, 5, 6),
        date(2030, 5, 27), date(2030, 8, 26), date(2030, 12, 25), date(2030, 12, 26),
    ]  # fmt: skip


@pytest.mark.parametrize("year", [2011, 2100])
def test_a_year_that_is_not_known_is_refused(year: int) -> None:
    with pytest.raises(YearUnknown, match=str(year)):
        bank_holidays(year)


@pytest.mark.parametrize(
    "day", [date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2038, 4, 25), date(2019, 4, 21)]
)
def test_easter(day: date) -> None:
    assert easter_sunday(day.year) == day


@pytest.mark.parametrize(
    ("day", "victims", "crimpr", "dapn", "court"),
    [
        (date(2026, 11, 21), False, False, True, True),  # an ordinary Saturday
        (date(2026, 11, 22), False, False, False, False),  # Sunday
        (date(2026, 12, 25), False, False, False, False),  # Christmas Day, a Friday
        (date(2026, 12, 26), False, False, True, True),  # Boxing Day on a Saturday: not in the published list
        (date(2026, 12, 28), False, False, False, True),  # its substitute
        (date(2025, 12, 26), False, False, False, True),  # Boxing Day on a Friday
        (date(2026, 4, 3), False, False, False, False),  # Good Friday
        (date(2026, 4, 6), False, False, False, True),  # Easter Monday
        (date(2026, 5, 4), False, False, False, True),  # early May bank holiday
        (date(2027, 12, 25), False, False, False, False),  # Christmas Day on a Saturday
        (date(2026, 11, 23), True, True, True, True),  # an ordinary Monday
    ],
)
def test_the_four_calendars_differ(day: date, victims: bool, crimpr: bool, dapn: bool, court: bool) -> None:
    assert [calendar.is_working(day) for calendar in CALENDARS] == [victims, crimpr, dapn, court]


@pytest.mark.parametrize(
    ("happened", "days", "due"),
    [
        (local(date(2026, 11, 20), time(23, 10)), 1, date(2026, 11, 23)),
        (local(date(2026, 11, 20), time(23, 10)), 5, date(2026, 11, 27)),
        (local(date(2026, 11, 20), time(9)), 2, date(2026, 11, 24)),
        (local(date(2026, 12, 24), time(12)), 1, date(2026, 12, 29)),
        (local(date(2026, 12, 24), time(12)), 5, date(2027, 1, 5)),
        (local(date(2026, 11, 21), time(12)), 1, date(2026, 11, 23)),
    ],
)
def test_victims_code_timers(happened: datetime, days: int, due: date) -> None:
    found = working_days_after(happened, days, VICTIMS_CODE, basis="Victims' Code", event="Arrest")
    assert found.due == end_of_day(due)


def test_the_local_day_of_the_event_is_day_nought_in_summer_too() -> None:
    found = working_days_after(local(date(2026, 7, 3), time(0, 30)), 1, VICTIMS_CODE, basis="Code", event="Arrest")
    assert found.due == end_of_day(date(2026, 7, 6))


def test_the_counting_names_each_day() -> None:
    found = working_days_after(local(date(2026, 11, 20), time(23, 10)), 1, VICTIMS_CODE, basis="Code", event="Arrest")
    assert found.because == (
        "Arrest: 23:10 Fri 20 Nov 2026; that day is day 0.",
        "Sat 21 Nov 2026: not counted, Saturday.",
        "Sun 22 Nov 2026: not counted, Sunday.",
        "Mon 23 Nov 2026: working day 1.",
        "Due by the end of Mon 23 Nov 2026.",
    )


@pytest.mark.parametrize(
    ("given_at", "due"),
    [
        (local(date(2026, 11, 20), time(22, 30)), local(date(2026, 11, 23), time(22, 30))),
        (local(date(2026, 11, 21), time(22, 30)), local(date(2026, 11, 24), time(22, 30))),
        (local(date(2026, 11, 22), time(3, 0)), end_of_day(date(2026, 11, 24))),
        (local(date(2026, 12, 24), time(19, 0)), local(date(2026, 12, 29), time(19, 0))),
        (local(date(2026, 3, 27), time(22, 0)), local(date(2026, 3, 30), time(22, 0))),
        (local(date(2026, 11, 23), time(10, 0)), local(date(2026, 11, 25), time(10, 0))),
    ],
)
def test_48_hours_of_a_domestic_abuse_protection_notice(given_at: datetime, due: datetime) -> None:
    found = counted_hours_after(given_at, 48, basis="Domestic Abuse Act 2021 s.29(3)", event="Notice given")
    assert found.due == due


def test_counted_hours_explain_themselves() -> None:
    found = counted_hours_after(local(date(2026, 11, 22), time(3)), 48, basis="DAA s.29(3)", event="Notice given")
    assert found.because == (
        "Notice given: 03:00 Sun 22 Nov 2026.",
        "Sun 22 Nov 2026: not counted, Sunday.",
        "Mon 23 Nov 2026: 24 h counted.",
        "Tue 24 Nov 2026: the last 24 h, to 24:00.",
    )


@pytest.mark.parametrize("calendar", CALENDARS, ids=lambda each: each.name)
def test_fewer_than_one_day_is_refused(calendar: WorkingDays) -> None:
    with pytest.raises(ValueError, match="at least one"):
        calendar.add(date(2026, 11, 20), 0)


@given(st.sampled_from(CALENDARS), DAYS, st.integers(1, 20))
def test_the_nth_working_day_has_n_working_days_up_to_it(calendar: WorkingDays, day: date, n: int) -> None:
    found = calendar.add(day, n)
    between = [day + timedelta(days=k) for k in range(1, (found - day).days + 1)]
    assert sum(calendar.is_working(each) for each in between) == n
    assert calendar.is_working(found)


@given(st.sampled_from(CALENDARS), DAYS, st.integers(1, 10), st.integers(1, 10))
def test_counting_on_is_counting_once(calendar: WorkingDays, day: date, one: int, more: int) -> None:
    assert calendar.add(calendar.add(day, one), more) == calendar.add(day, one + more)


@given(DAYS)
def test_a_calendar_that_leaves_out_fewer_days_is_never_later(day: date) -> None:
    assert PACE_COURT.next_working(day) <= DAPN.next_working(day) <= VICTIMS_CODE.next_working(day)
    assert VICTIMS_CODE.next_working(day) <= CRIMPR.next_working(day)


@given(st.dates(date(2020, 1, 1), date(2030, 12, 1)), st.integers(0, 59), st.integers(1, 100))
def test_counted_hours_take_at_least_the_hours(day: date, minute: int, hours: int) -> None:
    start = local(day, time(12, minute))
    found = counted_hours_after(start, hours, basis="DAA s.29(3)", event="Given")
    assert found.left(start) >= timedelta(hours=hours)
    assert DAPN.is_working(local_day(found.due - timedelta(seconds=1)))


def test_a_holiday_on_a_weekend_is_a_public_holiday_beside_its_substitute() -> None:
    """26 December 2026 is a Saturday, its substitute Monday the 28th; 25 December 2027 is a Saturday, too."""
    assert {date(2026, 12, 26), date(2026, 12, 28)} <= public_holidays(2026)
    assert {date(2027, 12, 25), date(2027, 12, 27)} <= public_holidays(2027)
    assert public_holidays(2026) - bank_holidays(2026) == {date(2026, 12, 26)}
