"""Every translation says everything that English says, with the same placeholders."""

import re
from datetime import datetime
from typing import Any

import pytest

from bluelamp.deadlines.instants import LONDON
from bluelamp.victims.own_words import ENGLISH, languages, words_of
from bluelamp.victims.rules.agreement import Frequency
from bluelamp.victims.rules.review import REVIEWABLE
from bluelamp.victims.rules.telling import Step

OTHERS = [code for code in languages() if code != ENGLISH]


def flat(said: dict[str, Any], room: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in said.items():
        found |= flat(value, f"{room}{key}.") if isinstance(value, dict) else {f"{room}{key}": value}
    return found


def placeholders(words: object) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", str(words)))


def test_there_is_one_that_runs_from_right_to_left() -> None:
    assert "rtl" in {words_of(code).direction for code in OTHERS}


@pytest.mark.parametrize("code", OTHERS)
def test_it_says_everything(code: str) -> None:
    english, other = flat(words_of(ENGLISH).said), flat(words_of(code).said)
    assert english.keys() == other.keys()
    for key, words in english.items():
        assert placeholders(words) == placeholders(other[key]), key
        assert other[key], key
        assert isinstance(words, list) or key == "day" or other[key] != words, key
    assert (len(other["days"]), len(other["months"])) == (7, 12)


def test_every_decision_that_can_be_reviewed_has_words() -> None:
    said = words_of(ENGLISH).said
    assert {step.value for step in REVIEWABLE} <= said["news"].keys()
    assert said["news"].keys() <= {step.value for step in Step}
    assert {one.value for one in (Frequency.SAFETY_ONLY, Frequency.NOTHING)} <= said["stop"].keys()


def test_plain_words_only() -> None:
    """Nothing that a person in danger would not want read over their shoulder, and no word of the trade."""
    for key, words in flat(words_of(ENGLISH).said).items():
        for word in ("police", "suspect", "offender", "victim", "custody", "detain", "RUI", "NFA"):
            assert word not in str(words).lower().split(), (key, word)


def test_the_end_of_a_day_is_said_as_that_day() -> None:
    midnight = datetime(2026, 10, 25, tzinfo=LONDON)
    assert words_of(ENGLISH).due(midnight) == "By the end of Saturday 24 October"
    assert words_of(ENGLISH).due(datetime(2026, 10, 24, 12, 5, tzinfo=LONDON)) == "By 12:05 on Saturday 24 October"
