"""Which offence codes are of a class of sexual offences."""

from datetime import date
from pathlib import Path

import pytest

from bluelamp.crimes.rules.sexual import is_sexual
from bluelamp.deadlines.law import load

LAW = load(Path(__file__).parents[3] / "bluelamp" / "crimes" / "law.toml")
ON = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("19C/1", True),
        (" 20A/2 ", True),
        ("17B/3", True),
        ("88A/1", True),
        ("8/2", False),
        ("28E/3", False),
        ("190/1", False),
        ("", False),
        ("CJ88001", False),
    ],
)
def test_by_the_number_of_the_class(code: str, answer: bool) -> None:
    assert is_sexual(LAW, offence_code=code, on=ON) is answer
