"""The line of every value in a JSON text; what is no JSON, and what is said twice, by its line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.duty.rules.json_lines import JsonError, Path, read_with_lines

TEXT = """{
  "A": ["E", "L",
        ""],
  "B": {"days": [1, {"x": null}], "note": "a } in\\nwords"},

  "C": true
}
"""
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(), inside, max_size=4),
    max_leaves=12,
)


def test_the_line_of_each_value() -> None:
    found, lines = read_with_lines(TEXT)
    assert found == json.loads(TEXT)
    assert (lines[()], lines["A",], lines["A", 0], lines["A", 2]) == (1, 2, 2, 3)
    assert (lines["B", "days", 1, "x"], lines["B", "note"], lines["C",]) == (4, 4, 6)


def paths(value: object, path: Path = ()) -> list[Path]:
    inside: list[tuple[str | int, object]] = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    return [path, *(each for key, one in inside for each in paths(one, (*path, key)))]


@given(VALUES, st.integers(0, 3))
def test_every_value_has_a_line_in_the_text(value: object, indent: int) -> None:
    text = json.dumps(value, indent=indent or None)
    found, lines = read_with_lines(text)
    assert found == json.loads(text)
    assert sorted(map(str, lines)) == sorted(map(str, paths(found)))
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{\n "A": ["E",]\n}', 2, "expected JSON"),
        ("", 1, "expected JSON"),
        ('{\n "A": [],\n "B": [],\n "A": []\n}', 4, "expected each name once, found 'A' again."),
        ("[" * 100_000, 1, "expected JSON"),
    ],
)
def test_a_fault_has_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(JsonError) as wrong:
        read_with_lines(text)
    assert wrong.value.line == line
    assert words in wrong.value.words
