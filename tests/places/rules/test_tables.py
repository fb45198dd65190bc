"""One table of a borough's file: what it holds, and a fault that names its own line among others of the same name."""

from pathlib import Path

import pytest

from bluelamp.places.rules.tables import Table, tables
from bluelamp.places.rules.toml_lines import BoroughError, line_of

TEXT = """# A comment
[[thing]]
key = "one"
size = 3

[[thing]] # the second
key = "two"
size = "large"
open = true
words = ["a", ""]
"""


@pytest.fixture
def things(tmp_path: Path) -> list[Table]:
    (tmp_path / "things.toml").write_text(TEXT, "utf-8")
    return tables(tmp_path / "things.toml", "thing")


def test_values_and_defaults(things: list[Table]) -> None:
    assert things[0].need("size", int) == 3
    assert things[0].number("size", 1, 5) == 3.0
    assert things[0].get("note", str, "none") == "none"
    assert things[0].words("words") == ()


def test_a_fault_names_the_line_of_the_second_table(things: list[Table]) -> None:
    second = things[1]
    with pytest.raises(BoroughError, match="line 8: “size” must be a whole number"):
        second.need("size", int)
    with pytest.raises(BoroughError, match="line 9: “open” must be a number"):
        second.number("open", 0, 1)
    with pytest.raises(BoroughError, match="line 10: “words” must hold words"):
        second.words("words")
    with pytest.raises(BoroughError, match=r"line 6: “colour” is missing in \[\[thing\]\]"):
        second.need("colour", str)
    with pytest.raises(BoroughError, match="line 9: “open” is not known here"):
        second.only("key", "size", "words")


def test_true_is_not_a_number(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_text('[[thing]]\nkey = "a"\nsize = true\n', "utf-8")
    (only,) = tables(tmp_path / "t.toml", "thing")
    with pytest.raises(BoroughError, match="line 3: “size” must be a whole number"):
        only.need("size", int)


def test_a_table_of_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.toml").write_text('[[thing]]\nkey = "a"\n\n[[thign]]\nkey = "b"\n', "utf-8")
    with pytest.raises(BoroughError, match=r"line 4: \[thign\] is not known here"):
        tables(tmp_path / "t.toml", "thing")


def test_line_of_what_is_not_there() -> None:
    assert line_of(TEXT, "thing", 5) == 1
    assert line_of(TEXT, "thing", 0, "open") == 2
