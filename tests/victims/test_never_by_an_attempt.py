"""A promise is never kept by an attempt, whatever the way; and no way that is not safe leaves so much as an attempt."""

import pytest

from bluelamp.owed.models import State
from bluelamp.people.rules.safe_contact import Way
from bluelamp.verdict import Refused
from bluelamp.victims.actions.telling import owe_telling, tell
from bluelamp.victims.models import Attempt, Telling
from bluelamp.victims.rules.contact import Result
from tests.custody.evening import TEN
from tests.victims.care import Care

ELSE = (Result.WRONG_NUMBER, Result.ANSWERED_BY_OTHER)
ATTEMPTS = [one for one in Result if one not in (Result.REACHED, Result.OPTED_OUT, *ELSE)]


@pytest.fixture
def telling(care: Care) -> int:
    care(owe_telling, hours=0, role="investigator", step="arrested", happened_at=TEN)
    return Telling.objects.get(step="arrested").pk


@pytest.mark.parametrize("result", ATTEMPTS)
def test_an_attempt_keeps_nothing(care: Care, telling: int, result: Result) -> None:
    for hours in (1, 2, 3):
        care(tell, hours=hours, telling=telling, way="text", result=result.value)
    assert care.promises("tell_arrested") == [State.OPEN]
    assert Attempt.objects.count() == 3


@pytest.mark.parametrize("result", ELSE)
def test_where_somebody_else_answered_nothing_more_leaves_until_it_is_checked(
    care: Care, telling: int, result: Result
) -> None:
    care(tell, hours=1, telling=telling, way="text", result=result.value)
    with pytest.raises(Refused, match="until it is checked"):
        care(tell, hours=2, telling=telling, way="text", result="reached")
    assert care.promises("tell_arrested") == [State.OPEN]


@pytest.mark.parametrize("way", [one for one in Way if one is not Way.TEXT])
@pytest.mark.parametrize("result", [Result.REACHED, Result.LEFT_MESSAGE])
def test_no_unsafe_way_is_taken_however_late_it_is(care: Care, telling: int, way: Way, result: Result) -> None:
    with pytest.raises(Refused, match="Not known to be safe"):
        care(tell, hours=24 * 30, telling=telling, way=way.value, result=result.value)
    assert not Attempt.objects.exists()
    assert care.promises("tell_arrested") == [State.OPEN]
