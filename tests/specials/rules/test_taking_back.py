"""A patrol status goes down by one step, by an inspector, with a reason."""

from datetime import UTC, datetime

import pytest

from bluelamp.specials.rules.pathway import Hand, Signed, Standing
from bluelamp.specials.rules.rank import Holder
from bluelamp.specials.rules.taking_back import highest, lowered, may_take_back

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
INSPECTOR = Hand(holder=Holder(regular_rank="inspector"))


def on(*steps: str) -> Standing:
    return Standing(applied_at=AT, accepted=True, signed=tuple(Signed(step=one, passed=True, at=AT) for one in steps))


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("accompanied", "directed"), ("directed", "accompanied")),
        (("accompanied", "directed", "independent"), ("independent", "directed")),
    ],
)
def test_down_by_one(steps, expected):
    assert lowered(on(*steps)) == expected
    assert may_take_back(standing=on(*steps), hand=INSPECTOR, words="Away for nine months").allowed


@pytest.mark.parametrize("steps", [(), ("accompanied",)])
def test_there_is_nothing_below_accompanied(steps):
    assert not may_take_back(standing=on(*steps), hand=INSPECTOR, words="x").allowed
    with pytest.raises(ValueError, match="no status"):
        lowered(on(*steps))


def test_only_an_inspector_by_regular_rank_and_only_with_a_reason():
    there = on("accompanied", "directed")
    grade = Hand(holder=Holder(special_grade="special_inspector"), coordinator=True)
    assert "regular rank" in may_take_back(standing=there, hand=grade, words="x").words
    assert may_take_back(standing=there, hand=INSPECTOR, words="").field == "words"
    assert highest(there) == "directed"
