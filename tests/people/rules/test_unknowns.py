"""Four unknowns (X4)."""

import pytest

from bluelamp.people.rules.unknowns import Answer, in_words, sound


def test_they_are_shown_apart() -> None:
    assert len({in_words(answer, "") for answer in Answer if answer is not Answer.KNOWN}) == 4
    assert in_words(Answer.KNOWN, "Polish") == "Polish"


@pytest.mark.parametrize(
    ("answer", "value", "ok"),
    [(Answer.KNOWN, "x", True), (Answer.KNOWN, "", False), (Answer.NONE, "x", False), (Answer.DECLINED, "", True)],
)
def test_a_value_stands_exactly_where_it_is_known(answer: Answer, value: str, ok: bool) -> None:
    assert sound(answer, value) is ok
