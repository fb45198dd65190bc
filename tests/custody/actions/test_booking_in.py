"""Booking in as one flow: whole or not at all, only the law blocks, and one of two sergeants wins."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bluelamp.custody.actions.authorising import authorise
from bluelamp.custody.actions.booking_in import Booking, Decision, Plan, RightAnswer, book_in
from bluelamp.custody.actions.particulars import Seen
from bluelamp.custody.cells import is_child
from bluelamp.custody.desk_state import desk_state, still_to_be_done
from bluelamp.custody.models import (
    CellStay,
    Detention,
    Item,
    Particulars,
    RightTold,
    RiskAssessment,
    Search,
)
from bluelamp.ledger.models import Entry
from bluelamp.verdict import Refused
from tests.custody.at_the_desk import TOLD, whole_booking
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + HOUR


def booked(evening: Evening, found: Detention, booking: Booking, name: str = "", **more: Any) -> Detention:
    by = evening.acting("custody_officer", name)
    done(book_in, more.pop("at", NOW), by=by, detention=found.pk, booking=booking, **more)
    return Detention.objects.select_related("person", "arrest", "suite").get(pk=found.pk)


def missing(found: Detention) -> list[str]:
    in_cell = CellStay.objects.filter(detention=found, during__upper_inf=True).exists()
    return [one.words for one in still_to_be_done(found, desk_state(found.pk), at=NOW, in_cell=in_cell)]


def test_an_ordinary_adult_is_booked_in_whole(evening: Evening) -> None:
    found = booked(evening, evening.arrived(), whole_booking(evening.cell("M1").pk))
    assert found.authorised_at == NOW
    assert found.level == 1
    assert found.risk_marks == ["Self-harm"]
    assert [one.right for one in RightTold.objects.order_by("pk")] == [one.right for one in TOLD]
    assert Item.objects.get(kind="money").seal.number == "4471"
    assert Search.objects.get().was_child is False
    assert CellStay.objects.get().cell.number == "M1"
    assert missing(found) == []


def test_what_is_left_out_is_said_and_can_be_added_later(evening: Evening) -> None:
    only = Booking(decision=whole_booking().decision)
    found = booked(evening, evening.arrived(), only)
    left = missing(found)
    assert any(one.startswith("Rights to tell: someone told of the arrest, free legal advice") for one in left)
    assert "Risk assessment: booking in" in left
    assert any(one.startswith("To ask or see: date of birth, whether they appear under 18") for one in left)
    assert "Property not recorded" in left
    later = booked(evening, found, whole_booking(evening.cell("M1").pk, decision=None), at=NOW + MINUTE)
    assert missing(later) == []


def test_nothing_is_saved_where_one_part_is_refused(evening: Evening) -> None:
    found = evening.arrived()
    wrong = whole_booking(rights=(RightAnswer(right="legal_advice", response="not_now"),))
    with pytest.raises(Refused, match="own words") as refusal:
        booked(evening, found, wrong)
    assert refusal.value.verdict.field == "legal_advice_words"
    again = Detention.objects.get(pk=found.pk)
    assert again.authorised_at is None
    assert not RightTold.objects.exists()


def test_only_grounds_and_necessity_block(evening: Evening) -> None:
    found = evening.arrived()
    with pytest.raises(Refused, match="Record the grounds") as refusal:
        booked(evening, found, Booking(decision=Decision(authorise=True, grounds=" ",
                                                         necessity=("obtain_evidence_by_questioning",))))  # fmt: skip
    assert refusal.value.verdict.field == "grounds"
    with pytest.raises(Refused, match="Detain only to secure"):
        booked(evening, found, Booking(decision=Decision(authorise=True, grounds="Interview")))


def test_a_refusal_to_detain_keeps_what_was_said_before_it(evening: Evening) -> None:
    no = whole_booking(decision=Decision(authorise=False, grounds="No grounds left"))
    found = booked(evening, evening.arrived(), no)
    assert found.released_at == NOW
    assert found.level is None
    assert RightTold.objects.count() == len(TOLD)
    assert RiskAssessment.objects.count() == 1


def test_two_sergeants_one_wins_and_the_other_reads_what_changed(evening: Evening) -> None:
    found = evening.arrived()
    done(authorise, NOW, by=evening.acting("custody_officer", "Haldane"), detention=found.pk, grounds="To interview.")
    with pytest.raises(Refused, match=r"authorised meanwhile, .* by PS Haldane: To interview\.") as refusal:
        booked(evening, found, whole_booking(), name="Orme", at=NOW + MINUTE)
    assert refusal.value.verdict.field == "decision"
    assert not RiskAssessment.objects.exists()


def test_sent_twice_it_is_done_once(evening: Evening) -> None:
    found = evening.arrived()
    for _ in range(2):
        booked(evening, found, whole_booking(evening.cell("M1").pk), key="9b2d1c4e-0000-4000-8000-000000000011")
    assert RiskAssessment.objects.count() == 1
    assert Entry.objects.filter(event="custody.booked_in").count() == 1


def test_each_right_has_its_own_time(evening: Evening) -> None:
    told = tuple(replace(one, ago=timedelta(seconds=30 * n)) for n, one in enumerate(reversed(TOLD)))
    booked(evening, evening.arrived(), whole_booking(rights=told))
    assert RightTold.objects.get(right="interpreter").told_at == NOW
    assert RightTold.objects.get(right="someone_informed").told_at == NOW - 2 * MINUTE


def test_a_child_entered_as_an_adult_is_caught_by_the_date_of_birth(evening: Evening) -> None:
    boy = evening.person("Jay", "Kemble")
    found = evening.arrived(person=boy)
    seen = Seen(
        appears_under_18=False, vulnerable=False, foreign=False, born_on=(TEN - timedelta(days=16 * 365)).date()
    )
    found = booked(evening, found, whole_booking(seen=seen))
    assert is_child(found)
    assert any(one.startswith("Appropriate adult needed. Under 18 by date of birth") for one in missing(found))
    again = next(one for one in missing(found) if one.startswith("Rights again, with the adult"))
    assert "free legal advice" in again


def test_appears_under_18_wins_until_there_is_clear_evidence(evening: Evening) -> None:
    found = booked(evening, evening.arrived(), whole_booking(seen=Seen(appears_under_18=True, vulnerable=False)))
    assert is_child(found)
    shown = Seen(appears_under_18=True, adult_evidence="Passport, born 2001", vulnerable=False)
    found = booked(evening, found, Booking(seen=shown), at=NOW + MINUTE)
    assert not is_child(found)
    assert Particulars.objects.get().adult_evidence == "Passport, born 2001"


def test_a_role_without_it_may_not(evening: Evening) -> None:
    found = evening.arrived()
    with pytest.raises(Refused, match="needs a role that may"):
        done(book_in, NOW, by=evening.acting("investigator"), detention=found.pk, booking=whole_booking())


def test_a_plan_goes_with_words(evening: Evening) -> None:
    with pytest.raises(Refused, match="why this level") as refusal:
        booked(evening, evening.arrived(), whole_booking(plan=Plan(level=2, why="")))
    assert refusal.value.verdict.field == "plan_why"
