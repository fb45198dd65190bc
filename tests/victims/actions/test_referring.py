"""A referral: with their word, in two working days, and followed until somebody of the service reached them."""

import pytest

from bluelamp.owed.models import State
from bluelamp.verdict import Refused
from bluelamp.victims.actions.referring import answer_referral, refer, service_reached
from bluelamp.victims.models import Referral
from tests.victims.care import Care


def referred(care: Care, **how: object) -> int:
    care(refer, **{"service": "Beacon", "agreed": True, "words": "Yes please", **how})
    return Referral.objects.latest("pk").pk


def test_followed_until_they_were_reached(care: Care) -> None:
    referral = referred(care)
    assert care.promises("tell_referred") == [State.KEPT]
    assert care.promises("follow_referral") == [State.OPEN]
    with pytest.raises(Refused, match="not accepted yet"):
        care(service_reached, hours=2, referral=referral, words="P. Lind")
    care(answer_referral, hours=3, referral=referral, answer="accepted")
    assert care.promises("follow_referral") == [State.KEPT, State.OPEN]
    care(service_reached, hours=20, referral=referral, words="P. Lind rang her")
    assert care.promises("follow_referral") == [State.KEPT, State.KEPT]
    with pytest.raises(Refused, match="already"):
        care(service_reached, hours=21, referral=referral, words="Again")


def test_a_service_that_cannot_help_leaves_another_referral_owed(care: Care) -> None:
    referral = referred(care)
    care(answer_referral, hours=30, referral=referral, answer="declined", words="No places")
    assert care.promises("tell_referred") == [State.KEPT, State.OPEN]
    referred(care, service="Willow", hours=31)
    assert care.promises("tell_referred") == [State.KEPT, State.KEPT]


def test_never_against_their_word_and_asked_first(care: Care) -> None:
    with pytest.raises(Refused, match="Ask the victim first"):
        referred(care, agreed=None)
    with pytest.raises(Refused, match="own words"):
        care(refer, service="Beacon", agreed=False)
    care(refer, service="", agreed=False, words="I have my sister")
    assert "tell_referred" not in care.open()
    assert care.promises("tell_referred") == []
    assert not Referral.objects.exists()


def test_once_is_enough(care: Care) -> None:
    referred(care)
    with pytest.raises(Refused, match="already"):
        referred(care, hours=2)
