"""Two lists of self-defined ethnicity: mapped both ways where they differ, refused where a code is in neither."""

import pytest

from bluelamp.people.models import ETHNICITIES, PERCEIVED
from bluelamp.people.rules.ethnicity import SIXTEEN, from_sixteen, to_sixteen
from bluelamp.verdict import Refused


@pytest.mark.parametrize(("asked", "older"), [("A4", "O1"), ("W3", "W9"), ("O2", "O9"), ("W1", "W1"), ("NS", "NS")])
def test_what_is_asked_in_the_older_list(asked: str, older: str) -> None:
    assert to_sixteen(asked) == older


def test_every_code_has_a_place_in_the_other_list() -> None:
    assert {to_sixteen(code) for code in ETHNICITIES} == set(SIXTEEN)
    assert {from_sixteen(code) for code in SIXTEEN} == set(ETHNICITIES) - {"W3", "O2"}
    assert from_sixteen("O1") == "A4"


@pytest.mark.parametrize("code", [*PERCEIVED, "", "X1"])
def test_an_ic_code_or_an_unknown_one_is_never_taken_for_it(code: str) -> None:
    for mapping in (to_sixteen, from_sixteen):
        with pytest.raises(Refused):
            mapping(code)


@pytest.mark.parametrize("code", ["W3", "A4", "O2"])
def test_what_the_older_list_does_not_have_does_not_come_from_it(code: str) -> None:
    with pytest.raises(Refused, match="not guessed"):
        from_sixteen(code)
