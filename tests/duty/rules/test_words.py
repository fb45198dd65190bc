"""Stretches of time and kinds of people as a duty desk says them."""

from datetime import date, datetime, timedelta

import pytest

from bluelamp.deadlines.instants import LONDON
from bluelamp.duty.rules.words import counted, people_words, stretch, until

TUESDAY = date(2026, 11, 24)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        (at(TUESDAY, 7), at(TUESDAY, 15), "Tue 24 Nov 2026, 07:00 to 15:00"),
        (at(TUESDAY, 15), at(TUESDAY + timedelta(1), 0), "Tue 24 Nov 2026, 15:00 to 24:00"),
        (at(TUESDAY, 22), at(TUESDAY + timedelta(1), 7), "Tue 24 Nov 2026, 22:00 to 07:00 the next day"),
        (at(TUESDAY, 22), at(TUESDAY + timedelta(2), 7), "Tue 24 Nov 2026, 22:00 to 07:00 on Thu 26 Nov 2026"),
    ],
)
def test_a_stretch(begins: datetime, ends: datetime, words: str) -> None:
    assert stretch(begins, ends) == words


@pytest.mark.parametrize(
    ("minutes", "words"), [(-1, "now"), (0, "now"), (16, "in 16 min"), (76, "in 1 h 16 min"), (3 * 1440, "in 3 days")]
)
def test_how_long_until(minutes: int, words: str) -> None:
    assert until(at(TUESDAY, 5), at(TUESDAY, 5) + timedelta(minutes=minutes)) == words


def test_who_is_meant() -> None:
    assert [people_words("sergeant"), people_words("", call=True), people_words("")] == [
        "sergeants", "officers on call", "officers",
    ]  # fmt: skip
    assert people_words("drone_pilot") == "officers with drone pilot"


@pytest.mark.parametrize(
    ("number", "skill", "call", "words"),
    [
        (1, "sergeant", False, "1 sergeant"),
        (2, "sergeant", False, "2 sergeants"),
        (1, "", True, "1 officer on call"),
        (1, "response_driver", False, "1 response driver"),
        (1, "public_order", False, "1 officer trained in public order"),
        (0, "", False, "0 officers"),
    ],
)
def test_how_many_of_whom(number: int, skill: str, call: bool, words: str) -> None:
    assert counted(number, skill, call=call) == words
