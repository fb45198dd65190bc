"""A kept address is found however it is written, and nothing else is struck out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.people.rules.masking import holds_none, masked
from bluelamp.people.rules.withholding import WITHHELD

KEPT = ["14 Orchard Close, St Albans, AL1 2QX"]


@pytest.mark.parametrize(
    "text",
    [
        "She lives at 14 Orchard Close, St Albans, AL1 2QX now",
        "14 ORCHARD CLOSE",
        "14, orchard close",
        "AL12QX",
        "al1 2qx",
        "14-Orchard-Close",
    ],
)
def test_it_is_found_however_it_is_written(text: str) -> None:
    assert WITHHELD in masked(text, kept=KEPT)
    verdict = holds_none(text, kept=KEPT, field="words")
    assert not verdict.allowed
    assert verdict.field == "words"
    assert "Orchard" not in verdict.words


@pytest.mark.parametrize("text", ["He waited in Orchard Road", "14 people", "St Albans", "", "AL1"])
def test_what_is_not_it_stays(text: str) -> None:
    assert masked(text, kept=KEPT) == text
    assert holds_none(text, kept=KEPT).allowed


def test_in_lists_and_tables_and_with_nothing_kept() -> None:
    assert masked({"a": ["AL1 2QX", 3]}, kept=KEPT) == {"a": [WITHHELD, 3]}
    assert masked("AL1 2QX", kept=[]) == "AL1 2QX"


@given(st.text(alphabet=" ,.-;\n", max_size=3), st.text(alphabet=" ,.-\n", max_size=3), st.booleans())
def test_no_spacing_hides_it(one: str, two: str, upper: bool) -> None:
    text = f"x 14{one} Orchard{two} Close y"
    found = masked(text.upper() if upper else text, kept=KEPT)
    assert "orchard" not in found.lower()
