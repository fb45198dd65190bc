"""Conflicts of parts in one incident: a speaker who becomes a suspect, victims at odds, a suspect given as the
grown-up; each caught in words, on every thread, until somebody decides."""

from datetime import date
from typing import Any

import pytest

from bluelamp.journeys.actions.attendance import begin_attendance
from bluelamp.ledger.queries import timeline
from bluelamp.messages.models import Push, PushDevice
from bluelamp.owed.models import Promise, State
from bluelamp.people.models import Link, Person
from bluelamp.verdict import Refused
from bluelamp.victims.actions.agreeing import agree_ways, keep_in_touch, name_speaker
from bluelamp.victims.actions.conflicts import catch_conflicts, decide_speaker
from bluelamp.victims.actions.recording import record_victim
from bluelamp.victims.actions.statements import take_statement
from bluelamp.victims.actions.telling import tell
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.minding import AT_ODDS, mind_of, minds_of
from bluelamp.victims.models import Telling, Victim
from bluelamp.victims.rules.entitlement import Circumstances
from bluelamp.victims.rules.naming import Naming
from tests.cases.by_requisition import ByRequisition
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done
from tests.victims.care import Care

KIND = "victims.decide_speaker"


def spoken_for(care: Care) -> int:
    """Her uncle speaks for her, and is a safe way to her."""
    uncle = care.evening.person("Paul", "Marlow")
    Person.objects.filter(pk=uncle).update(born_on="1980-05-04", born_on_answer="known")
    care(agree_ways, ways=("text", "representative"), source="Her own words")
    care(name_speaker, who="her uncle", person=uncle)
    return uncle


def through_him(care: Care, hours: float) -> Any:
    return care(keep_in_touch, hours=hours, way="representative", words="Nothing new")


def test_arrested_he_is_no_way_to_her_until_somebody_decides(care: Care) -> None:
    uncle = spoken_for(care)
    through_him(care, 1)
    care.evening.arrest(incident=care.incident, person=uncle, at=TEN + 2 * HOUR)
    owed = Promise.objects.get(record=care.victim.ref, kind=KIND)
    assert (owed.state, owed.due_at) == (State.OPEN, TEN + 26 * HOUR)
    assert "Paul Marlow, her uncle speaks for them and became a suspect here" in " ".join(
        one.sentence for one in timeline(care.victim.ref)
    )
    assert mind_of(care.now())[0].startswith("Paul Marlow, her uncle speaks for them and is a suspect here now.")
    with pytest.raises(Refused, match="until somebody decides"):
        through_him(care, 3)
    telling = Telling.objects.get(victim=care.victim, step="arrested")
    with pytest.raises(Refused, match="until somebody decides"):
        care(tell, hours=3, telling=telling.pk, way="representative", result="reached")
    care(keep_in_touch, hours=3, way="text", words="To her own number")


def test_the_same_where_he_comes_freely_and_only_in_her_incident(care: Care) -> None:
    uncle = spoken_for(care)
    by, facts = care.evening.acting("response_officer"), {"why": "He offered", "appears_under_18": False}
    elsewhere = care.evening.incident()
    care.evening.victim(elsewhere)
    care.evening.arrest(incident=elsewhere, person=care.evening.person("Jay", "Kemble"))
    assert not Promise.objects.filter(kind=KIND).exists()
    done(begin_attendance, TEN + HOUR, by=by, person=uncle, incident=care.incident.pk, offence_words="Assault",
         place_words="Home", **facts)  # fmt: skip
    assert Promise.objects.get(kind=KIND).record == care.victim.ref


def test_a_suspect_elsewhere_goes_on(care: Care) -> None:
    uncle = spoken_for(care)
    care.evening.arrest(incident=care.evening.incident(), person=uncle, at=TEN + 2 * HOUR)
    through_him(care, 3)
    assert not mind_of(care.now())


def test_decided_he_speaks_no_more_and_his_tie_ends(care: Care) -> None:
    uncle = spoken_for(care)
    care.evening.arrest(incident=care.incident, person=uncle, at=TEN + 2 * HOUR)
    with pytest.raises(Refused, match="Say why") as caught:
        care(decide_speaker, hours=3, stays=False, why=" ")
    assert caught.value.verdict.field == "why"
    care(decide_speaker, hours=3, stays=False, why="Her aunt will")
    now = care.now()
    assert (now.spoken_for_by, now.speaker_id, now.speaker_doubted_at) == ("", None, None)
    assert Link.objects.get(kind="representative").ended_at is not None
    assert Promise.objects.get(kind=KIND).state == State.KEPT
    with pytest.raises(Refused, match="not in doubt"):
        care(decide_speaker, hours=4, stays=False, why="Again")


def test_that_he_goes_on_is_decided_by_a_supervisor_alone(care: Care) -> None:
    uncle = spoken_for(care)
    care.evening.arrest(incident=care.incident, person=uncle, at=TEN + 2 * HOUR)
    with pytest.raises(Refused, match="by a supervisor"):
        care(decide_speaker, hours=3, stays=True, why="She asks for him")
    by = care.evening.acting("domestic_abuse_specialist")
    done(decide_speaker, TEN + 30 * HOUR, by=by, victim=care.victim.pk, stays=True, why="She asks for him; seen alone")
    assert Promise.objects.get(kind=KIND).state == State.LATE
    through_him(care, 31)
    assert not mind_of(care.now())


def test_naming_somebody_else_decides_it_too(care: Care) -> None:
    uncle = spoken_for(care)
    care.evening.arrest(incident=care.incident, person=uncle, at=TEN + 2 * HOUR)
    aunt = care.evening.person("Ines", "Marlow")
    Person.objects.filter(pk=aunt).update(born_on="1980-05-04", born_on_answer="known")
    care(name_speaker, hours=3, who="her aunt", person=aunt)
    assert Promise.objects.get(kind=KIND).state == State.KEPT
    assert Link.objects.get(kind="representative", ended_at=None).person_id == aunt
    through_him(care, 4)


def test_views_and_statement_do_not_take_his_name_by_themselves(care: Care) -> None:
    Victim.objects.filter(pk=care.victim.pk).update(kind="child")
    uncle = spoken_for(care)
    care.evening.arrest(incident=care.incident, person=uncle, at=TEN + 2 * HOUR)
    with pytest.raises(Refused, match="who spoke for them"):
        care(ask_views, hours=3, answer="given", words="Not near the school")
    with pytest.raises(Refused, match="Who was with the child"):
        care(take_statement, hours=3, words="I am afraid.", told_disclosable=True)


@pytest.mark.parametrize("named", ["Callum Redfern", "redfern callum, her father"])
def test_a_suspect_given_by_name_as_her_grown_up_is_refused(care: Care, named: str) -> None:
    Victim.objects.filter(pk=care.victim.pk).update(kind="child")
    care.evening.arrest(incident=care.incident, person=care.evening.person())
    with pytest.raises(Refused, match="Callum Redfern is a suspect here") as caught:
        care(take_statement, words="I am afraid.", told_disclosable=True, with_adult=named)
    assert caught.value.verdict.field == "with_adult"
    with pytest.raises(Refused, match="Callum Redfern is a suspect here") as caught:
        care(ask_views, answer="given", words="Not near the school", through=named)
    assert caught.value.verdict.field == "through"
    care(take_statement, words="I am afraid.", told_disclosable=True, with_adult="Callum, her teacher")


def test_nor_does_a_suspect_speak_by_name_for_a_child_newly_recorded(care: Care) -> None:
    care.evening.arrest(incident=care.incident, person=care.evening.person())
    by, child = care.evening.acting("victim_care_officer"), care.evening.person("Kit", "Marlow")
    naming = Naming(kind="child", spoken_for_by="Callum Redfern", born_on=date(2016, 1, 1))
    with pytest.raises(Refused, match="Callum Redfern is a suspect here"):
        done(record_victim, TEN, by=by, person=child, incident=care.incident.pk, naming=naming,
             circumstances=Circumstances(age=10))  # fmt: skip


def other_victim(evening: Evening, care: Care) -> Victim:
    by, person = evening.acting("victim_care_officer"), evening.person("Amir", "Redfern")
    facts = {"incident": care.incident.pk, "circumstances": Circumstances()}
    return Victim.objects.get(pk=done(record_victim, TEN, by=by, person=person, **facts))


def test_two_victims_of_one_incident_at_odds_stand_on_both_threads(evening: Evening, care: Care) -> None:
    other = other_victim(evening, care)
    assert not mind_of(care.now())
    evening.arrest(incident=care.incident, person=other.person_id, at=TEN + HOUR)
    for victim in (care.now(), other):
        assert mind_of(victim) == [AT_ODDS]
        said = [one.sentence for one in timeline(victim.ref)]
        assert sum("are at odds, and each is told alone" in one for one in said) == 1
    assert minds_of([care.now(), other]) == {care.victim.pk: [AT_ODDS], other.pk: [AT_ODDS]}


def test_each_a_suspect_in_harm_to_the_other_is_written_each_time(evening: Evening, care: Care) -> None:
    other = other_victim(evening, care)
    evening.arrest(incident=care.incident, person=other.person_id, at=TEN + HOUR)
    evening.arrest(incident=care.incident, person=care.victim.person_id, at=TEN + HOUR + MINUTE)
    for victim in (care.now(), other):
        assert mind_of(victim) == [AT_ODDS]
        assert sum("are at odds" in one.sentence for one in timeline(victim.ref)) == 2


def test_a_suspect_recorded_as_a_victim_is_on_the_other_thread_at_once(evening: Evening, care: Care) -> None:
    suspect = evening.person("Amir", "Redfern")
    evening.arrest(incident=care.incident, person=suspect)
    naming = Naming(counter_agreed_by="Insp Vale: both were hurt")
    by = evening.acting("domestic_abuse_specialist")
    made = done(record_victim, TEN + HOUR, by=by, person=suspect, incident=care.incident.pk, naming=naming,
                circumstances=Circumstances())  # fmt: skip
    for ref in (care.victim.ref, f"victim:{made}"):
        assert any("are at odds" in one.sentence for one in timeline(ref))


def test_nothing_to_catch_is_said_and_who_may_not(evening: Evening, care: Care) -> None:
    facts = {"incident": care.incident.pk, "person": evening.person()}
    with pytest.raises(Refused, match="Nobody here is in conflict"):
        done(catch_conflicts, TEN, by=evening.acting("response_officer"), **facts)
    with pytest.raises(Refused, match="may not do this"):
        done(catch_conflicts, TEN, by=evening.acting("dispatcher"), **facts)


def test_whoever_looks_after_her_and_the_officer_in_the_case_are_alerted_on_their_own_devices(evening: Evening) -> None:
    here = ByRequisition(evening)
    here.sent()
    victim = here.victims[0]
    speaker = evening.person("Paul", "Marlow")
    Victim.objects.filter(pk=victim.pk).update(speaker=speaker, spoken_for_by="Paul Marlow, her uncle")
    officers = {victim.cares_id, evening.officer("investigator").pk}
    for number in officers:
        PushDevice.objects.create(officer_id=number, name="Phone", endpoint=f"https://x/{number}", added_at=TEN)
    evening.arrest(incident=here.incident, person=speaker, at=TEN + 2 * HOUR)
    found = Push.objects.filter(about=victim.ref)
    assert {one.device.officer_id for one in found} == officers
    assert len(officers) == 2
    assert not any("Marlow" in one.news for one in found)
