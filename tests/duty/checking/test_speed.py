"""A whole command is checked while somebody waits: 160 officers, 60 specials, nine units."""

import time

import pytest

from bluelamp.duty.checking.check import check
from tests.duty.checking.published import a_clean_roster


@pytest.mark.parametrize(("days", "seconds"), [(28, 1.0), (112, 4.0)])
def test_a_command_is_checked_in_time(days: int, seconds: float) -> None:
    document = a_clean_roster(days=days, patrols=(12, 3, 3, 3, 3), offices=4, specials=60)
    for one in document["people"]:
        one["skills"].setdefault("sergeant", "2026-12-28")
    assert (len(document["people"]), len(document["cover"]["units"])) == (220, 9)
    taken = []
    for _ in range(3):
        begun = time.process_time()
        checked = check(document)
        taken.append(time.process_time() - begun)
    assert not checked.gaps
    assert not checked.broken
    assert min(taken) < seconds
