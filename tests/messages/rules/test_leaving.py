"""A message leaves only by the wish it was written by, to the number that was said to be safe, by a way safe now."""

from datetime import UTC, datetime, time
from typing import Any

import pytest

from bluelamp.messages.rules.leaving import may_leave, right_number
from bluelamp.messages.rules.safe_channel import Channel, SafeContactFacts
from bluelamp.people.rules.safe_contact import Way

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TEXT = SafeContactFacts(ways=frozenset({Way.TEXT}), until=time(20))
ANY = SafeContactFacts(ways=frozenset(Way))
CHANGED = "How this person may be reached was changed since."


def asked(**changes: Any) -> str:
    facts = {"written": TEXT, "now": TEXT, "channel": Channel.TEXT, "address": "07700 900123", "number": ""}
    return may_leave(**{**facts, "at": NOON, **changes}).words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"now": ANY}, CHANGED),
        ({"written": None, "now": TEXT}, CHANGED),
        ({"now": None}, f"{CHANGED} No safe way is recorded: not by text. Ask in person, alone."),
        ({"at": NOON.replace(hour=21)}, "Safe only until 20:00."),
        ({"number": "07700 900124"}, "It goes to another number than the one said to be safe."),
        ({"channel": Channel.EMAIL}, "Not known to be safe by email."),
    ],
)
def test_what_keeps_it_back(changes: dict[str, Any], words: str) -> None:
    assert asked(**changes) == words


@pytest.mark.parametrize("number", ["", "07700900123", "+44 7700 900 123", "(07700) 900-123"])
def test_the_same_number_however_it_is_written(number: str) -> None:
    assert right_number(Channel.TEXT, "07700 900123", number).allowed


def test_a_letter_has_no_number() -> None:
    assert right_number(Channel.LETTER, "1 Elstree Way", "07700 900123").allowed
