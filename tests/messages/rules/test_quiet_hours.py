"""Nobody is woken by a text, unless they named the hours themselves."""

from datetime import UTC, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.deadlines.instants import as_local
from bluelamp.deadlines.law import load
from bluelamp.messages.rules.quiet_hours import leaves_at
from bluelamp.messages.rules.safe_channel import Channel, SafeContactFacts
from bluelamp.people.rules.safe_contact import Way
from tests.architecture import house

LAW = load(house.PACKAGE / "messages" / "law.toml")
TEXT = SafeContactFacts(ways=frozenset({Way.TEXT}))


def utc(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "leaves"),
    [
        (utc(11, 20, 12), utc(11, 20, 12)),
        (utc(11, 20, 8), utc(11, 20, 8)),  # GMT: 08:00 exactly, quiet is over
        (utc(11, 20, 7, 59), utc(11, 20, 8)),
        (utc(11, 20, 20, 59), utc(11, 20, 20, 59)),
        (utc(11, 20, 21), utc(11, 21, 8)),
        (utc(7, 10, 19, 59), utc(7, 10, 19, 59)),  # BST: 20:59 on the clock
        (utc(7, 10, 20), utc(7, 11, 7)),  # BST: 21:00, waits for 08:00 BST, which is 07:00 UTC
        (utc(10, 24, 22), utc(10, 25, 8)),  # 23:00 BST; the clocks go back, 08:00 is GMT
        (utc(3, 28, 23), utc(3, 29, 7)),  # 23:00 GMT; the clocks go forward, 08:00 is BST
    ],
)
def test_it_waits_for_the_end_of_quiet_hours_on_the_clock(at: datetime, leaves: datetime) -> None:
    assert leaves_at(LAW, channel=Channel.TEXT, safe=TEXT, at=at) == leaves


def test_a_letter_wakes_nobody_and_their_own_hours_come_first() -> None:
    night = utc(11, 20, 23)
    assert leaves_at(LAW, channel=Channel.LETTER, safe=TEXT, at=night) == night
    own = SafeContactFacts(ways=frozenset({Way.TEXT}), since=time(22), until=time(2))
    assert leaves_at(LAW, channel=Channel.TEXT, safe=own, at=night) == night


def test_quiet_hours_within_one_day_hold_too() -> None:
    law = LAW.changed("messages.quiet_from", "12:00").changed("messages.quiet_until", "14:00")
    assert leaves_at(law, channel=Channel.EMAIL, safe=TEXT, at=utc(11, 20, 13)) == utc(11, 20, 14)
    assert leaves_at(law, channel=Channel.EMAIL, safe=TEXT, at=utc(11, 20, 23)) == utc(11, 20, 23)


@given(st.integers(0, 365 * 24 * 60))
def test_what_leaves_leaves_by_day_and_never_earlier_than_it_was_asked_for(minutes: int) -> None:
    at = datetime.fromtimestamp(utc(1, 1, 0).timestamp() + 60 * minutes, UTC)
    leaves = leaves_at(LAW, channel=Channel.TEXT, safe=TEXT, at=at)
    assert leaves >= at
    assert time(8) <= as_local(leaves).time() < time(21)
