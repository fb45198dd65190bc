"""Windows of the wall clock as instants, over both clock changes, and when a need's window begins."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bluelamp.duty.rules.cover import Cover, CoverUnit, Need, Pattern, Window, wall

NIGHT = Window(begins=22 * 60, ends=31 * 60)
FRIDAY, SATURDAY = 4, 5


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 10, 24), 10), (date(2026, 3, 28), 8), (date(2026, 11, 25), 9)])
def test_a_night_is_as_long_as_it_is(day: date, hours: int) -> None:
    begins, ends = NIGHT.on(day)
    assert ends - begins == timedelta(hours=hours)


def test_a_wall_time_that_never_was_is_the_instant_the_clocks_jump_to() -> None:
    assert wall(date(2026, 3, 29), 90) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_a_window_in_words() -> None:
    assert (NIGHT.words, Window(begins=900, ends=1440).words) == ("22:00 to 07:00", "15:00 to 24:00")


def test_needs_by_weekday_on_one_date_and_at_events() -> None:
    weekend = Need(unit="a", window=NIGHT, least=9, days=frozenset({FRIDAY, SATURDAY}))
    special = Need(unit="a", window=NIGHT, least=12, only=date(2026, 12, 31), because="New Year's Eve")
    event = Need(unit="b", window=NIGHT, least=2, only=date(2026, 12, 24), because="Carols")
    units = {
        key: CoverUnit(key=key, name=key, teams=(key,), shifts=(), needs=(weekend,) * (key == "a")) for key in "ab"
    }
    cover = Cover(shifts={}, patterns={}, units=units, special=(special,), events=(event,))
    begins, ends = date(2026, 12, 21), date(2027, 1, 4)
    assert [day.day for need, day in cover.windows("a", begins, ends) if need is weekend] == [25, 26, 1, 2]
    assert [day for need, day in cover.windows("a", begins, ends) if need is special] == [special.only]
    assert [(need.because, day.day) for need, day in cover.windows("b", begins, ends)] == [("Carols", 24)]
    assert cover.unit_of_team("b") == units["b"]
    assert cover.unit_of_team("c") is None


def test_a_pattern_goes_round() -> None:
    pattern = Pattern(key="p", name="p", days=("E", "L", "", ""))
    monday = date(2026, 11, 23)
    found = [pattern.shift_on(monday + timedelta(n), turn=1) for n in range(8)]
    assert found == [pattern.days[(monday.toordinal() + n - 1) % 4] for n in range(8)]
    assert found[:4] == found[4:]


def test_what_a_unit_needs_already_is_asked_minute_by_minute() -> None:
    """Two by day and two by night are two at any time; three are needed on no day but Friday and Saturday night."""
    needs = (
        Need(unit="a", window=Window(begins=420, ends=1320), least=2),
        Need(unit="a", window=NIGHT, least=2),
        Need(unit="a", window=NIGHT, least=3, days=frozenset({FRIDAY, SATURDAY})),
        Need(unit="a", window=NIGHT, least=9, call=True),
    )
    cover = Cover(shifts={}, patterns={}, units={"a": CoverUnit(key="a", name="a", teams=(), shifts=(), needs=needs)})
    thursday, evening, early = date(2026, 11, 26), Window(begins=1200, ends=1500), Window(begins=60, ends=300)
    for day, window, most in (
        (thursday, evening, 2), (thursday + timedelta(1), evening, 2), (thursday + timedelta(1), early, 2),
        (thursday + timedelta(2), early, 3), (thursday + timedelta(3), Window(begins=0, ends=420), 3),
    ):  # fmt: skip
        assert cover.already_needs("a", day, window, least=most)
        assert not cover.already_needs("a", day, window, least=most + 1)
    assert not cover.already_needs("a", thursday, evening, least=1, skill="sergeant")
