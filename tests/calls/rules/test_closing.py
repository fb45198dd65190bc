"""An incident closes only when nothing is left undone (C10, C17)."""

from dataclasses import replace

import pytest

from bluelamp.calls.rules.closing import Closing, may_close

DONE = Closing(closing_code="Public safety and welfare")


def test_nothing_left_undone() -> None:
    assert may_close(DONE).allowed
    assert may_close(replace(DONE, crime_suggested=True, crime_number="41/00012/26")).allowed
    assert may_close(replace(DONE, crime_suggested=True, reason_not_to_record="Not a crime in law")).allowed
    assert may_close(replace(DONE, attended=False, thrive_again=True)).allowed


@pytest.mark.parametrize(
    ("left", "words"),
    [
        ({"closing_code": ""}, "Say what it was."),
        ({"crime_suggested": True}, "A crime is suggested"),
        ({"crime_suggested": True, "crime_number": "  "}, "A crime is suggested"),
        ({"follow_ups_missing": ("School told",)}, "School told"),
        ({"units_assigned": ("43", "45")}, "43, 45"),
        ({"victims_not_told": ("Joanne Marlow",)}, "Joanne Marlow"),
        ({"attended": False}, "assess THRIVE again"),
    ],
)
def test_each_thing_left_undone_stands_in_the_way(left: dict[str, object], words: str) -> None:
    verdict = may_close(replace(DONE, **left))
    assert not verdict.allowed
    assert words in verdict.words


def test_everything_undone_is_listed_at_once() -> None:
    bad = Closing(crime_suggested=True, units_assigned=("43",), victims_not_told=("A. N.",), attended=False)
    assert len(may_close(bad).reasons) == 5


def test_a_joined_call_closes_with_its_parent_once_its_units_are_clear() -> None:
    assert may_close(Closing(joined_to="214 of 22 Nov 2026", crime_suggested=True)).allowed
    assert not may_close(Closing(joined_to="214 of 22 Nov 2026", units_assigned=("43",))).allowed
