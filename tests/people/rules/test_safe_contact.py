"""Only what was said to be safe is safe (V7)."""

from datetime import date, time

import pytest

from bluelamp.deadlines.instants import local
from bluelamp.people.rules.safe_contact import Safe, Way, may_reach

DAY = date(2026, 7, 1)
NOON = local(DAY, time(12))
ANY = frozenset(Way)


@pytest.mark.parametrize(
    ("safe", "way", "at", "allowed"),
    [
        (None, Way.IN_PERSON, NOON, True),
        (None, Way.PHONE, NOON, False),
        (Safe(ways=frozenset({Way.PHONE})), Way.PHONE, NOON, True),
        (Safe(ways=frozenset({Way.PHONE})), Way.VOICEMAIL, NOON, False),
        (Safe(ways=ANY, shared_device=True), Way.TEXT, NOON, False),
        (Safe(ways=ANY, shared_device=True), Way.PHONE, NOON, True),
        (Safe(ways=ANY, do_not_ring=True), Way.PHONE, NOON, False),
        (Safe(ways=ANY, do_not_ring=True), Way.IN_PERSON, NOON, True),
        (Safe(ways=ANY, since=time(9), until=time(12)), Way.PHONE, NOON, True),
        (Safe(ways=ANY, since=time(13), until=time(17)), Way.PHONE, NOON, False),
        (Safe(ways=ANY, since=time(22), until=time(6)), Way.PHONE, local(DAY, time(23)), True),
        (Safe(ways=ANY, since=time(22), until=time(6)), Way.PHONE, NOON, False),
    ],
)
def test_may_reach(safe: Safe | None, way: Way, at: object, allowed: bool) -> None:
    verdict = may_reach(safe=safe, way=way, at=at)  # type: ignore[arg-type]
    assert verdict.allowed is allowed
    assert verdict.allowed or verdict.words
