"""What a victim asks: owed at once, answered in writing by who may, and kept only by reaching them."""

import pytest

from bluelamp.custody.models import Arrest
from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import State
from bluelamp.verdict import Refused
from bluelamp.victims.actions.asking import answer, ask
from bluelamp.victims.actions.telling import owe_telling, tell
from bluelamp.victims.models import Asked, Telling
from tests.custody.evening import TEN
from tests.victims.care import Care


def told(care: Care, step: str, hours: float = 4, **how: str) -> None:
    care(tell, hours=hours, telling=Telling.objects.get(step=step).pk, way="text", result="reached", **how)


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
    with pytest.raises(Refused, match="in writing, with the reasons"):
        told(care, "review_decided")
    with pytest.raises(Refused, match="letter"):
        told(care, "review_decided", writing="letter")
    told(care, "review_decided", writing="handed")
    assert Telling.objects.get(step="review_decided").writing == "handed"
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


def test_one_asked_for_late_is_taken_down_and_answered_with_the_reason(care: Care) -> None:
    decision = decided_not_to(care)
    told(care, "not_prosecuted", writing="handed")
    late = 24 * 100
    asked = care(ask, hours=late, matter="review", words="I was in hospital", decision=decision.pk)
    assert Asked.objects.get(pk=asked).late
    assert care.open() >= {"tell_review_acknowledged", "tell_review_decided"}
    care(answer, hours=late + 1, role="reviewing_inspector", asked=asked, words="No reason to wait was given",
         outcome="not_taken")  # fmt: skip
    assert Telling.objects.get(step="review_decided").words == "No reason to wait was given"
    said = " ".join(line.sentence for line in timeline(care.victim.ref))
    assert "The victim asked: A request to look at a decision again, late" in said


def test_the_time_to_ask_runs_from_being_told_never_from_the_decision(care: Care) -> None:
    decision = decided_not_to(care)
    late = 24 * 100
    asked = care(ask, hours=late, matter="review", words="Nobody told me", decision=decision.pk)
    assert not Asked.objects.get(pk=asked).late
    with pytest.raises(Refused, match="asked for in time"):
        care(answer, hours=late + 1, role="reviewing_inspector", asked=asked, words="Too late", outcome="not_taken")


def test_whoever_arrested_or_has_the_case_does_not_look_at_it_again(care: Care) -> None:
    decision = decided_not_to(care)
    asked = care(ask, matter="review", words="Why?", decision=decision.pk)
    inspector = care.evening.officer("reviewing_inspector")
    Arrest.objects.filter(pk=care.evening.arrest(incident=care.incident)).update(officer=inspector)
    with pytest.raises(Refused, match="worked on the case"):
        care(answer, role="reviewing_inspector", asked=asked, words="It stands", outcome="upheld")
