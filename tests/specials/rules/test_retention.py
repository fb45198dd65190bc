"""Recruitment and retention, each with what it is out of."""

from datetime import date

from bluelamp.specials.rules.retention import Life, by_month, months_back, reached_attestation, stayed

ON = date(2026, 11, 20)
LIVES = [
    Life(applied=date(2024, 12, 1), attested=date(2025, 6, 1)),
    Life(applied=date(2025, 1, 5), attested=date(2025, 9, 1), ended=date(2026, 10, 31)),
    Life(applied=date(2025, 3, 1), ended=date(2025, 4, 1)),
    Life(applied=date(2026, 10, 2)),
    Life(applied=date(2026, 1, 10), attested=date(2026, 10, 1)),
]


def test_months_back_over_the_new_year():
    assert months_back(date(2026, 1, 31), 3) == (date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1))


def test_by_month():
    september, october, november = by_month(LIVES, months_back(ON, 3))
    assert (october.applied, october.joined, october.left, october.serving) == (1, 1, 1, 2)
    assert (september.serving, november.serving, november.left) == (2, 2, 0)


def test_an_application_that_ended_is_nobody_who_left():
    assert sum(month.left for month in by_month(LIVES, months_back(ON, 24))) == 1


def test_shares_say_their_whole():
    assert stayed(LIVES, on=ON).words == "1 of 2"
    assert reached_attestation(LIVES, on=ON).words == "2 of 3"
    assert stayed([], on=ON).words == "0 of 0"


def test_who_serves_never_exceeds_who_joined_less_who_left():
    joined = left = 0
    for month in by_month(LIVES, months_back(ON, 36)):
        joined, left = joined + month.joined, left + month.left
        assert month.serving == joined - left
