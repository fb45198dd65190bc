"""What people say of themselves: as said, declined or not asked, never guessed."""

import pytest

from bluelamp.people.rules.self_described import CHARACTERISTICS, DECLINES, said, shown
from bluelamp.people.rules.unknowns import Answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Agender", "Agender"),
        ("  ", Answer.NOT_ASKED),
        ("prefer NOT to say", Answer.DECLINED),
        ("无宗教", "无宗教"),
    ],
)
def test_words_are_kept_as_they_were_said(text: str, answer: str | Answer) -> None:
    assert said(text) == answer


def test_what_was_declined_is_shown_as_declined_and_can_be_kept_again() -> None:
    assert shown("", Answer.DECLINED) == DECLINES
    assert said(shown("", Answer.DECLINED)) is Answer.DECLINED
    assert (shown("Sikh", Answer.KNOWN), shown("", Answer.NOT_ASKED)) == ("Sikh", "")


def test_each_question_says_what_it_is_asked_for_and_suggests_no_unknown() -> None:
    assert all(one.purpose and one.suggestions for one in CHARACTERISTICS)
    assert not {one for each in CHARACTERISTICS for one in each.suggestions} & {"", DECLINES}
    assert len({one.field for one in CHARACTERISTICS}) == len(CHARACTERISTICS)
