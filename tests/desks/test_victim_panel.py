"""How a person may be reached, in the white frame."""

from datetime import time

import pytest

from bluelamp.desks.victim_panel import safe_words
from bluelamp.people.models import SafeContact


@pytest.mark.parametrize(
    ("facts", "words", "note"),
    [
        ({"ways": ["text", "in_person"], "number": "07700 900418"}, "Only by text or in person, number ending 418", ""),
        (
            {"ways": ["text", "in_person"], "number": "07700 900418", "doubtful": ["text"]},
            "Only in person",
            "Not by text until it is checked",
        ),
        ({"ways": ["text"], "doubtful": ["text"]}, "Only in person, alone", "Not by text until it is checked"),
        ({"ways": ["email"], "since": time(9), "until": time(15)}, "Only by email", "09:00 to 15:00"),
        ({"ways": ["text"], "do_not_ring": True}, "Do not ring or text", ""),
    ],
)
def test_a_way_in_doubt_is_none(facts, words, note):
    said = safe_words(SafeContact(**facts))
    assert said[0] == words
    assert note in said[1]


def test_nothing_known_is_in_person_alone():
    assert safe_words(None)[0] == "In person only, alone"
