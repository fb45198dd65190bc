"""What a victim asks: owed at once, answered in writing by who may, and kept only by reaching them."""

import pytest

from bluelamp.owed.models import State
from bluelamp.verdict import Refused
from bluelamp.victims.actions.asking import answer, ask
from bluelamp.victims.actions.telling import owe_telling, tell
from bluelamp.victims.models import Asked, Telling
from tests.custody.evening import TEN
from tests.victims.care import Care


def told(care: Care, step: str, hours: float = 4) -> None:
    care(tell, hours=hours, telling=Telling.objects.get(step=step).pk, way="text", result="reached")


@pytest.mark.parametrize(
    ("matter", "kinds"),
    [
        ("message", ["tell_message_answered"]),
        ("complaint", ["tell_complaint_acknowledged", "tell_complaint_answered"]),
        ("compensation", ["tell_compensation_explained"]),
        ("expenses", ["tell_expenses_paid"]),
        ("property", ["tell_property_returned"]),
    ],
)
def test_asking_makes_it_owed(care: Care, matter: str, kinds: list[str]) -> None:
    care(ask, matter=matter, words="My bicycle, please")
    assert care.open() >= set(kinds)
    with pytest.raises(Refused, match="Write what you want"):
        care(ask, matter=matter, words=" ")


def test_a_complaint_is_acknowledged_then_answered_by_somebody_else_and_told(care: Care) -> None:
    subject = care.evening.officer("victim_care_officer")
    asked = care(ask, matter="complaint", words="She was rude", complains_of=subject.pk)
    told(care, "complaint_acknowledged", hours=2)
    with pytest.raises(Refused, match="not decided yet"):
        told(care, "complaint_answered", hours=2)
    with pytest.raises(Refused, match="complained of"):
        care(answer, asked=asked, words="I was not")
    care(answer, role="investigator", asked=asked, words="We are sorry")
    assert care.promises("tell_complaint_answered") == [State.OPEN]
    told(care, "complaint_answered")
    assert care.promises("tell_complaint_answered") == [State.KEPT]
    with pytest.raises(Refused, match="already"):
        care(answer, role="investigator", asked=asked, words="Once more")


def decided_not_to(care: Care) -> Telling:
    care(owe_telling, hours=0, role="investigator", step="not_prosecuted", happened_at=TEN)
    return Telling.objects.get(step="not_prosecuted")


def test_a_review_is_by_somebody_of_rank_who_did_not_decide(care: Care) -> None:
    decision = decided_not_to(care)
    asked = care(ask, matter="review", words="Look at the camera", decision=decision.pk)
    assert Asked.objects.get(pk=asked).decided_by == care.evening.officer("investigator").ref
    with pytest.raises(Refused, match="may not do this"):
        care(answer, role="investigator", asked=asked, words="It stands", outcome="upheld")
    with pytest.raises(Refused, match="whether the decision stands"):
        care(answer, role="reviewing_inspector", asked=asked, words="Looked at")
    care(answer, role="reviewing_inspector", asked=asked, words="The camera was not looked at", outcome="changed")
    told(care, "review_decided")
    assert care.promises("tell_review_decided") == [State.KEPT]
    with pytest.raises(Refused, match="looked at again"):
        care(ask, matter="review", words="Again", decision=decision.pk)


def test_who_decided_does_not_review_whatever_their_rank(care: Care) -> None:
    care(owe_telling, hours=0, role="reviewing_inspector", step="not_investigated", happened_at=TEN)
    decision = Telling.objects.get(step="not_investigated")
    asked = care(ask, matter="review", words="Why?", decision=decision.pk)
    with pytest.raises(Refused, match="Whoever decided"):
        care(answer, role="reviewing_inspector", asked=asked, words="It stands", outcome="upheld")
    care(answer, role="superintendent", asked=asked, words="It stands", outcome="upheld")


def test_what_ends_no_case_is_not_reviewed(care: Care) -> None:
    care(owe_telling, hours=0, role="investigator", step="arrested", happened_at=TEN)
    with pytest.raises(Refused, match="complain instead"):
        care(ask, matter="review", words="Why?", decision=Telling.objects.get(step="arrested").pk)
    with pytest.raises(Refused, match="Which decision"):
        care(ask, matter="review", words="Why?")
