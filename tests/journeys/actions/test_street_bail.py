"""Street bail: all that is missing named at once, nobody in custody after, answered at the suite named."""

from datetime import timedelta

import pytest

from bluelamp.custody.actions.arriving import arrive
from bluelamp.custody.actions.first_station import reach_station
from bluelamp.custody.actions.slots import ask_slot
from bluelamp.custody.actions.street_bailing import Notice, call_off_street_bail
from bluelamp.custody.models import CustodyOf, Detention, Slot, StreetBail
from bluelamp.journeys.actions.street_bail import bail_on_the_street
from bluelamp.owed.models import Promise, State
from bluelamp.places.models import Station
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

FACTORS = (
    "surrender_to_custody",
    "offending_on_bail",
    "victims_and_witnesses",
    "the_persons_own_safety",
    "risks_to_the_public",
)
NOW, COMES = TEN + 20 * MINUTE, TEN + timedelta(days=14)


def notice(evening: Evening, **more: object) -> Notice:
    facts = {
        "authorised_by": evening.officer("custody_officer").pk,
        "authorised_at": TEN + 15 * MINUTE,
        "factors": FACTORS,
        "why": "Address checked, no record of failing to appear",
        "suite": evening.hatfield.pk,
        "answer_at": COMES,
        "given": True,
        "views": "none",
    }
    return Notice(**{**facts, **more})


def bailed(evening: Evening, arrest: int, **more: object) -> StreetBail:
    by = evening.acting("response_officer")
    done(bail_on_the_street, NOW, by=by, arrest=arrest, notice=notice(evening, **more))
    return StreetBail.objects.get()


def test_granted_nobody_holds_them_and_the_place_is_given_up(evening: Evening) -> None:
    arrest, by = evening.arrest(), evening.acting("response_officer")
    done(ask_slot, TEN + MINUTE, by=by, arrest=arrest, suite=evening.hatfield.pk, eta=TEN + 30 * MINUTE)
    found = bailed(evening, arrest)
    assert f"{found.ends_on}" == "2027-02-20"  # three months beginning with 21 November
    assert not CustodyOf.objects.filter(during__upper_inf=True).exists()
    assert Slot.objects.get().ended_at == NOW
    owed = Promise.objects.get(kind="custody.street_bail")
    assert (owed.due_at, owed.state) == (COMES, State.OPEN)


def test_all_that_is_missing_is_named_at_once_and_nothing_is_written(evening: Evening) -> None:
    arrest = evening.arrest()
    with pytest.raises(Refused) as refused:
        bailed(evening, arrest, factors=FACTORS[:3], why=" ", given=False, answer_at=None, authorised_at=TEN - MINUTE)
    said = refused.value.verdict.words
    for words in ("Not weighed yet: the person's own safety, risks to the public", "necessary and proportionate",
                  "written notice", "names the station and when to come", "Authorised before the arrest"):  # fmt: skip
        assert words in said
    assert not StreetBail.objects.exists()


def test_only_a_custody_officer_who_is_not_on_the_case_authorises(evening: Evening) -> None:
    arrest = evening.arrest()
    with pytest.raises(Refused, match="custody officer must authorise"):
        bailed(evening, arrest, authorised_by=evening.officer("response_officer").pk)
    with pytest.raises(Refused, match="needs a sergeant"):
        bailed(evening, arrest, authorised_by=evening.officer("response_officer").pk)


def test_never_at_a_station_and_not_twice(evening: Evening) -> None:
    arrest, by = evening.arrest(), evening.acting("response_officer")
    bailed(evening, arrest)
    with pytest.raises(Refused, match="Street bail was granted"):
        bailed(evening, arrest)
    other = evening.arrest(person=evening.person("Mark", "Sillitoe"))
    here = Station.objects.get(key="borehamwood").pk
    done(reach_station, TEN + 10 * MINUTE, by=by, arrest=other, station=here, why="The knife is there")
    with pytest.raises(Refused, match="bail is now for the custody officer"):
        done(bail_on_the_street, NOW, by=by, arrest=other, notice=notice(evening))


def test_the_victim_is_asked_before_conditions_and_told_after(evening: Evening) -> None:
    incident = evening.incident()
    victim, arrest = evening.victim(incident), evening.arrest(incident=incident)
    wanted = {"conditions": "Not to go to Flat 6", "conditions_why": "To keep her safe"}
    with pytest.raises(Refused, match="There is a victim: Joanne Marlow"):
        bailed(evening, arrest, **wanted)
    with pytest.raises(Refused, match="Ask the victim's views"):
        bailed(evening, arrest, **wanted, views="not_practicable")
    bailed(evening, arrest, **wanted, views="not_practicable", views_words="Asleep after the hospital")
    told = Promise.objects.filter(record=victim.ref, kind__startswith="victims.")
    assert any("released" in one.kind or "bail" in one.kind for one in told), [one.kind for one in told]


def test_answered_at_the_suite_the_24_hours_run_from_there(evening: Evening) -> None:
    arrest, desk = evening.arrest(), evening.acting("custody_officer")
    bailed(evening, arrest)
    done(arrive, COMES - 5 * MINUTE, by=desk, arrest=arrest, suite=evening.hatfield.pk)
    found, bail = Detention.objects.get(), StreetBail.objects.get()
    assert (found.relevant_time, found.limit_at) == (COMES - 5 * MINUTE, COMES - 5 * MINUTE + 24 * HOUR)
    assert bail.answered_at == COMES - 5 * MINUTE
    assert Promise.objects.get(kind="custody.street_bail").state == State.KEPT
    with pytest.raises(Refused, match="was answered"):
        done(call_off_street_bail, COMES, by=desk, arrest=arrest, why="No evidence")


def test_called_off_in_writing_they_need_not_come(evening: Evening) -> None:
    arrest, desk = evening.arrest(), evening.acting("custody_officer")
    bailed(evening, arrest)
    with pytest.raises(Refused, match="Say why they need not come"):
        done(call_off_street_bail, NOW + HOUR, by=desk, arrest=arrest, why=" ")
    done(call_off_street_bail, NOW + HOUR, by=desk, arrest=arrest, why="The shop withdrew")
    with pytest.raises(Refused, match="need not come"):
        done(arrive, COMES, by=desk, arrest=arrest, suite=evening.hatfield.pk)
