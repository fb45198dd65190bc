"""Sent again, taken back, reached another way: what each state allows, and why it refuses."""

from datetime import UTC, datetime, timedelta

import pytest

from bluelamp.messages.rules.afterwards import (
    Standing,
    another_way_due,
    may_count_as_reached,
    may_send_again,
    may_take_back,
)
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import allowed, refused

SAFE, UNSAFE = allowed(), refused("Not known to be safe by text.", "V7")
DID_NOT_LEAVE = Standing()


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (DID_NOT_LEAVE, ""),
        (Standing(left=True), "It was sent. A second one would tell nothing new."),
        (Standing(waits=True), "It still waits to leave, and leaves by itself."),
        (Standing(in_hand=True), "It still waits to leave, and leaves by itself."),
        (Standing(taken_back=True), "It was taken back. Write a new one."),
        (Standing(reached=True), "The person was reached another way meanwhile."),
    ],
)
def test_send_again(standing: Standing, words: str) -> None:
    assert may_send_again(standing, leaves=SAFE).words == words
    assert not may_send_again(standing, leaves=UNSAFE).allowed


@pytest.mark.parametrize(
    ("standing", "why", "words"),
    [
        (Standing(waits=True), "Told at the door", ""),
        (Standing(waits=True), None, ""),
        (Standing(waits=True), "  ", "Say why it is not to be sent."),
        (Standing(in_hand=True), "Told", "It is being handed over this minute. Look again in two minutes."),
        (Standing(left=True), "Told", "It was sent, and cannot be called back."),
        (DID_NOT_LEAVE, "Told", "It does not wait to leave."),
    ],
)
def test_take_back(standing: Standing, why: str | None, words: str) -> None:
    assert may_take_back(standing, why=why).words == words


def test_reached_another_way_needs_somebody_owed_and_a_safe_way() -> None:
    assert may_count_as_reached(DID_NOT_LEAVE, owed=True, safe=SAFE).allowed
    assert may_count_as_reached(DID_NOT_LEAVE, owed=True).allowed
    assert may_count_as_reached(DID_NOT_LEAVE, owed=True, safe=UNSAFE).words == UNSAFE.words
    for standing in (Standing(left=True), Standing(reached=True), Standing(in_hand=True)):
        assert not may_count_as_reached(standing, owed=True, safe=SAFE).allowed
    assert not may_count_as_reached(DID_NOT_LEAVE, owed=False, safe=SAFE).allowed


def test_four_hours_of_elapsed_time_through_the_change_of_the_clocks() -> None:
    night = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    assert another_way_due(law_of("messages"), unsent_at=night).due == night + timedelta(hours=4)
