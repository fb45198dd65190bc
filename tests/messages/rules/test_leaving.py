"""A message leaves only by the wish it was written by, to the number that was said to be safe, by a way safe now."""

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest

from bluelamp.messages.rules.leaving import may_leave, postcode_doubt, right_address
from bluelamp.messages.rules.safe_channel import Channel, SafeContactFacts
from bluelamp.people.rules.safe_contact import Way

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TEXT = SafeContactFacts(ways=frozenset({Way.TEXT}), until=time(20))
DOUBTED = SafeContactFacts(ways=frozenset({Way.TEXT}), until=time(20), doubtful=frozenset({Way.TEXT}), ask="M. Sutter")
ANY = SafeContactFacts(ways=frozenset(Way))
CHANGED = "How this person may be reached was changed since."


def asked(**changes: Any) -> str:
    facts = {"written": TEXT, "now": TEXT, "channel": Channel.TEXT, "address": "07700 900123", "theirs": "07700900123"}
    return may_leave(**{**facts, "at": NOON, **changes}).words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"now": ANY}, CHANGED),
        ({"written": None, "now": TEXT}, CHANGED),
        ({"now": None}, f"{CHANGED} No safe way is recorded: not by text. Ask in person, alone."),
        ({"at": NOON.replace(hour=21)}, "Safe only until 20:00."),
        ({"theirs": "07700 900124"}, "It goes to another number than the one said to be safe."),
        ({"theirs": ""}, "No number of theirs is known to be safe."),
        (
            {"channel": Channel.EMAIL, "address": "j@example.org", "theirs": "J@Example.org"},
            "Not known to be safe by email.",
        ),
        (
            {"now": DOUBTED},
            f"{CHANGED} Not safe by text until it is checked that it still reaches them. Ask M. Sutter.",
        ),
    ],
)
def test_what_keeps_it_back(changes: dict[str, Any], words: str) -> None:
    assert asked(**changes) == words


@pytest.mark.parametrize("number", ["07700900123", "+44 7700 900 123", "(07700) 900-123"])
def test_the_same_number_however_it_is_written(number: str) -> None:
    assert right_address(Channel.TEXT, "07700 900123", number).allowed


@pytest.mark.parametrize(
    ("address", "theirs", "good"),
    [
        ("j@example.org", " J@Example.ORG", True),
        ("j@example.org", "k@example.org", False),
        ("j@example.org", "", False),
    ],
)
def test_an_email_goes_to_their_own_address_alone(address: str, theirs: str, good: bool) -> None:
    assert right_address(Channel.EMAIL, address, theirs).allowed == good


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("J Marlow\n1 Elstree Way\nWD6 1SF", True),
        ("1 Elstree Way\n\nWD6 1SF", False),
        ("a\nb\nc\nd\ne\nf\ng\nh", False),
    ],
)
def test_a_letter_has_between_three_and_seven_lines(address: str, good: bool) -> None:
    assert right_address(Channel.LETTER, address, address).allowed == good


def test_a_letter_goes_only_where_they_said_that_it_is_safe() -> None:
    said = "J Marlow\n1 Elstree Way\nWD6 1SF"
    assert right_address(Channel.LETTER, "J MARLOW\n1, Elstree Way\n\nwd6 1sf", said).allowed
    assert (
        "another address for letters" in right_address(Channel.LETTER, "J Marlow\n2 Elstree Way\nWD6 1SF", said).words
    )
    assert "No address for letters" in right_address(Channel.LETTER, said, "").words


def test_the_officer_to_ask_makes_no_wish_another_one() -> None:
    assert replace(TEXT, ask="M. Sutter") == TEXT
    assert asked(now=replace(TEXT, ask="M. Sutter")) == ""


KNOWN = {"WD61SF", "WD62AA", "EN61AA"}
DISTRICTS = {"WD6", "EN6"}


@pytest.mark.parametrize(("last", "warns"), [
    ("WD6 1SF", ""), ("wd61sf", ""), ("Borehamwood WD6 2AA", ""), ("SW1A 1AA", ""), ("WD6 9ZZ", "no postcode WD6 9ZZ"),
    ("Borehamwood", "no postcode."), ("WD6", "no postcode."), ("", "no postcode."),
])  # fmt: skip
def test_a_postcode_that_we_do_not_know_is_warned_of(last: str, warns: str) -> None:
    lines = f"J Marlow\n1 Elstree Way\n{last}"
    found = postcode_doubt(lines, known=KNOWN, districts=DISTRICTS)
    assert warns in found if warns else found == ""


def test_where_no_postcodes_are_loaded_only_the_shape_is_looked_at() -> None:
    assert postcode_doubt("A\nB\nWD6 9ZZ", known=(), districts=()) == ""
    assert postcode_doubt("A\nB\nnowhere", known=(), districts=())
