"""The personal statement: offered, taken, changed, taken back; every version is kept."""

import pytest

from bluelamp.owed.models import State
from bluelamp.verdict import Refused
from bluelamp.victims.actions.statements import offer_statement, serve_statement, take_statement, withdraw_statement
from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.models import Statement
from tests.custody.evening import HOUR, TEN
from tests.victims.care import Care


def test_offered_whatever_the_answer(care: Care) -> None:
    care(offer_statement, answer="later", words="Not tonight")
    assert care.promises("tell_statement_offered") == [State.KEPT]
    assert care.now().statement_answer == "later"


def test_versions_are_kept_and_the_newest_can_be_taken_back(care: Care) -> None:
    with pytest.raises(Refused, match="defence will see"):
        care(take_statement, words="I cannot sleep")
    care(take_statement, words="I cannot sleep", told_disclosable=True)
    care(take_statement, hours=2, words="I sleep again", reading="themselves", told_disclosable=True)
    assert list(Statement.objects.order_by("version").values_list("words", flat=True)) == [
        "I cannot sleep",
        "I sleep again",
    ]
    care(withdraw_statement, hours=3, why="I changed my mind")
    assert not Statement.objects.filter(withdrawn_at=None).exists()
    with pytest.raises(Refused, match="no statement"):
        care(withdraw_statement, hours=4)


def test_with_the_court_it_can_only_be_added_to(care: Care) -> None:
    care(take_statement, words="I cannot sleep", told_disclosable=True)
    care(serve_statement, hours=2)
    with pytest.raises(Refused, match="cannot be taken back"):
        care(withdraw_statement, hours=3)
    care(take_statement, hours=4, words="More", told_disclosable=True)
    care(owe_telling, hours=5, step="sentence", happened_at=TEN + 5 * HOUR)
    with pytest.raises(Refused, match="too late"):
        care(take_statement, hours=6, words="Even more", told_disclosable=True)
