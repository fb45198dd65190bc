"""A passkey: not where somebody else opens the device, not more than a few, and never a copy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.victims.rules.passkey import MOST, may_keep, may_open


def test_kept_only_on_a_device_of_their_own_and_five_at_most() -> None:
    assert may_keep(shared_device=False, kept=MOST - 1).allowed
    assert "somebody else" in may_keep(shared_device=True, kept=0).words
    assert "Forget them first" in may_keep(shared_device=False, kept=MOST).words


@pytest.mark.parametrize(("before", "now", "opens"), [(0, 0, True), (0, 1, True), (4, 5, True), (5, 5, False),
                                                      (5, 4, False), (5, 0, False)])  # fmt: skip
def test_a_count_that_does_not_rise_is_a_copy(before: int, now: int, opens: bool) -> None:
    assert may_open(shared_device=False, before=before, now=now).allowed is opens


@given(st.integers(0, 9), st.integers(0, 9))
def test_never_on_a_device_that_is_shared_now(before: int, now: int) -> None:
    assert not may_open(shared_device=True, before=before, now=now).allowed
