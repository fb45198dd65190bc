"""By which way a message may point a victim to their news."""

from datetime import UTC, datetime, time

import pytest

from bluelamp.messages.rules.safe_channel import Channel
from bluelamp.people.rules.safe_contact import Safe, Way
from bluelamp.victims.rules.pointing import IN_WRITING, TO_NEWS, way_to

AT = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
ALL = {Channel.TEXT: "07700 900123", Channel.EMAIL: "j@example.org", Channel.LETTER: "J\n1 Mill Lane\nAL1 2QX"}
EVERY = frozenset({Way.TEXT, Way.EMAIL, Way.LETTER})


@pytest.mark.parametrize(
    ("safe", "addresses", "news", "writing"),
    [
        (None, ALL, None, None),
        (Safe(ways=EVERY), ALL, Channel.TEXT, Channel.EMAIL),
        (Safe(ways=frozenset({Way.LETTER})), ALL, None, Channel.LETTER),
        (Safe(ways=frozenset({Way.PHONE})), ALL, None, None),
        (Safe(ways=EVERY), {**ALL, Channel.TEXT: ""}, Channel.EMAIL, Channel.EMAIL),
        (Safe(ways=EVERY), {}, None, None),
        (Safe(ways=EVERY, doubtful=frozenset({Way.TEXT})), ALL, Channel.EMAIL, Channel.EMAIL),
        (Safe(ways=EVERY, shared_device=True), ALL, None, None),
        (Safe(ways=EVERY, do_not_ring=True), ALL, None, None),
        (Safe(ways=EVERY, since=time(18, 0)), ALL, None, None),
    ],
)
def test_the_first_that_is_safe_now_and_known(
    safe: Safe | None, addresses: dict[Channel, str], news: Channel | None, writing: Channel | None
) -> None:
    assert way_to(safe=safe, addresses=addresses, among=TO_NEWS, at=AT) is news
    assert way_to(safe=safe, addresses=addresses, among=IN_WRITING, at=AT) is writing
