"""A referral: with their word, in two working days, and followed until somebody of the service reached them."""

import pytest

from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.partners.models import Share
from bluelamp.people.models import Person
from bluelamp.verdict import Refused
from bluelamp.victims.actions.referring import answer_referral, refer, service_reached
from bluelamp.victims.models import Referral
from tests.partners.bodies import Bodies
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


@pytest.fixture
def bodies(care: Care) -> Bodies:
    return Bodies()


def test_to_a_partner_only_agreed_fields_leave_and_its_answers_are_followed(care: Care, bodies: Bodies) -> None:
    bodies.agrees(reference="ISA-8", fields=["name", "safe_contact", "needs", "address", "phone"])
    Person.objects.filter(pk=care.victim.person_id).update(home="9 New Close", home_answer="known")
    care(refer, agreed=True, words="Yes please", partner="victim-support")
    made = Referral.objects.get()
    shared = Share.objects.get()
    assert (made.service, made.share, shared.follow) == ("Victim care", shared.ref, "reached")
    assert shared.held == {
        "name": "Joanne Marlow",
        "role": "Victim",
        "safe_contact": "Only by text",
        "needs": "See her alone",
    }
    assert "New Close" not in str(shared.held)
    assert care.promises("tell_referred") == [State.KEPT]
    assert not care.promises("follow_referral")
    owed = {(one.kind, one.state) for one in for_record(shared.ref)}
    assert owed == {("partners.answer", State.OPEN), ("partners.reached", State.OPEN)}
    with pytest.raises(Refused, match="Open the share"):
        care(answer_referral, referral=made.pk, answer="accepted")


def test_without_an_agreement_nothing_leaves_and_it_stays_owed(care: Care, bodies: Bodies) -> None:
    with pytest.raises(Refused):
        care(refer, agreed=True, words="Yes", partner="refuge")
    with pytest.raises(Refused, match="Which service"):
        care(refer, agreed=True, words="Yes", partner="nobody-of-that-key")
    assert not Share.objects.exists()
    assert not Referral.objects.exists()
    assert care.promises("tell_referred") == [State.OPEN]
