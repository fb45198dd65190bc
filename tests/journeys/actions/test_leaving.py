"""Charge, bail and release: the victim is heard before conditional bail, and owed word of every step."""

from datetime import date
from typing import Any

import pytest

from bluelamp.cases.models import CaseFile, Charge, Hearing
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere
from bluelamp.crimes.actions.recording import record_crime
from bluelamp.custody.actions.arresting import Offence as Arrested
from bluelamp.custody.models import Detention
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.journeys.actions.arrest import arrest_again
from bluelamp.journeys.actions.bail import TOLD_OF as BAIL_ENDED
from bluelamp.journeys.actions.leaving import TOLD_OF, charge_detained, release_detained
from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.verdict import Refused
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.models import Telling, Victim
from bluelamp.victims.owed import BY_STEP
from tests.custody.evening import GROUNDS, HOUR, TEN, Evening, done

READY = {"property_settled": True, "victim_told": "Rung by the desk at 03:00"}
DOMESTIC = Offence(tried=TriedWhere.EITHER_WAY, domestic=True)


def charging(evening: Evening, found: Detention, **more: Any) -> dict[str, Any]:
    facts = {"by": evening.acting("custody_officer"), "detention": found.pk, "offence": DOMESTIC, "offence_code": "8/2",
             "offence_words": "Assault", "court": "St Albans Magistrates' Court", "first_hearing": date(2026, 11, 30),
             "plea": "gap", "prosecutor_reference": "CPS-1"}  # fmt: skip
    return {**facts, **more}


def kinds_owed(record: str) -> set[str]:
    return {one.kind for one in for_record(record) if one.state == State.OPEN}


def test_charged_the_limit_ends_and_the_victim_is_owed_both_words(evening: Evening) -> None:
    incident = evening.incident()
    victim, found = evening.victim(incident), evening.held(incident=incident)
    done(charge_detained, TEN + 5 * HOUR, **charging(evening, found))
    assert Detention.objects.get(pk=found.pk).charged_at == TEN + 5 * HOUR
    assert Charge.objects.get().decided_by == "prosecutor"
    assert Hearing.objects.get().last_day == date(2026, 12, 4)
    assert {"victims.tell_charged", "victims.tell_court_date"} <= kinds_owed(victim.ref)
    assert kinds_owed(found.ref) == {"custody.review"}


def test_domestic_abuse_is_not_for_the_police_to_charge(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="Domestic abuse: the CPS decides"):
        done(charge_detained, TEN + 5 * HOUR, **charging(evening, found, prosecutor_reference=""))
    assert Detention.objects.get(pk=found.pk).charged_at is None
    assert not Charge.objects.exists()


def test_a_hearing_too_late_undoes_the_whole_charge(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="on or before Friday 4 December 2026"):
        done(charge_detained, TEN + 5 * HOUR, **charging(evening, found, first_hearing=date(2026, 12, 7)))
    assert not Charge.objects.exists()


def test_charged_once_and_only_when_authorised(evening: Evening) -> None:
    waiting = evening.arrived(person=evening.person("Jay", "Kemble"))
    with pytest.raises(Refused, match="not authorised yet"):
        done(charge_detained, TEN + 5 * HOUR, **charging(evening, waiting))
    found = evening.held()
    done(charge_detained, TEN + 5 * HOUR, **charging(evening, found))
    with pytest.raises(Refused, match="charged already"):
        done(charge_detained, TEN + 6 * HOUR, **charging(evening, found))


def test_bail_with_conditions_waits_for_the_victims_views(evening: Evening) -> None:
    incident = evening.incident()
    victim, found = evening.victim(incident), evening.held(incident=incident)
    by = evening.acting("custody_officer")
    evening.assessed(found, TEN + 4 * HOUR)
    closing = Closing(disposal=Disposal.BAIL_WITH_CONDITIONS, **READY)
    with pytest.raises(Refused, match="Seek the victim's views on bail with conditions first"):
        done(release_detained, TEN + 5 * HOUR, by=by, detention=found.pk, closing=closing)
    carer = evening.acting("victim_care_officer")
    done(ask_views, TEN + 5 * HOUR, by=carer, victim=victim.pk, answer="given", words="Not near the school")
    done(release_detained, TEN + 6 * HOUR, by=by, detention=found.pk, closing=closing, words="Not to enter it")
    assert "victims.tell_bailed" in kinds_owed(victim.ref)
    assert Detention.objects.get(pk=found.pk).bail_until == date(2027, 2, 20)
    assert kinds_owed(found.ref) == set()


def test_every_thing_missing_before_the_door_is_named(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    closing = Closing(disposal=Disposal.NO_FURTHER_ACTION)
    with pytest.raises(Refused) as said:
        done(release_detained, TEN + 5 * HOUR, by=by, detention=found.pk, closing=closing)
    for words in ("risk assessment", "property", "gets home", "written notice"):
        assert words in str(said.value)


def test_what_follows_a_charge_needs_one_and_the_other_way_round(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    charged = Closing(disposal=Disposal.CHARGED_AND_BAILED, **READY)
    bail = Closing(disposal=Disposal.BAIL, **READY)
    evening.assessed(found, TEN + 4 * HOUR)
    with pytest.raises(Refused, match="Nobody is charged"):
        done(release_detained, TEN + 5 * HOUR, by=by, detention=found.pk, closing=charged)
    done(charge_detained, TEN + 5 * HOUR, **charging(evening, found))
    with pytest.raises(Refused, match="This person is charged"):
        done(release_detained, TEN + 6 * HOUR, by=by, detention=found.pk, closing=bail)


def test_two_at_the_door_one_releases_and_the_other_is_told(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    evening.assessed(found, TEN + 4 * HOUR)
    closing = Closing(disposal=Disposal.UNDER_INVESTIGATION, **READY)
    facts = {"by": by, "detention": found.pk, "closing": closing, "words": "His telephone is examined"}
    done(release_detained, TEN + 5 * HOUR, **facts)
    with pytest.raises(Refused, match=r"was closed .*: released under investigation"):
        done(release_detained, TEN + 5 * HOUR, **facts)


def test_every_way_out_has_its_word_for_the_victim() -> None:
    """A way out whose telling no promise stands for would fail at the door: none may."""
    assert set(TOLD_OF.values()) | set(BAIL_ENDED.values()) <= BY_STEP.keys()


def again(evening: Evening, found: Detention, *, crime: bool = True) -> tuple[int, Victim]:
    """Arrested in the cells for a second incident's offence, with its own victim and crime."""
    incident, by = evening.incident(), evening.acting("custody_officer")
    victim = evening.victim(incident)
    if crime:
        facts = {
            "offence_code": "28E/3",
            "offence_words": "Burglary",
            "category": "Burglary",
            "circumstances": "Forced",
        }
        done(record_crime, TEN + HOUR, by=evening.acting("response_officer"), incident=incident.pk, **facts)
    made = done(arrest_again, TEN + 2 * HOUR, by=by, detention=found.pk, officer=by.number, grounds=GROUNDS,
                offence=Arrested(code="28/3", words="Burglary", tried="indictable"), incident=incident.pk)  # fmt: skip
    return made, victim


def test_a_charge_of_the_second_arrest_is_told_to_its_own_victims_and_is_of_its_crime(evening: Evening) -> None:
    incident = evening.incident()
    first, found = evening.victim(incident), evening.held(incident=incident)
    made, second = again(evening, found)
    case = done(charge_detained, TEN + 5 * HOUR, **{**charging(evening, found), "arrest": made})
    assert set(Telling.objects.filter(step="charged").values_list("victim", flat=True)) == {second.pk}
    opened = CaseFile.objects.get(pk=case)
    assert (opened.incident_id, opened.crime.outcome) == (second.incident_id, "1")
    assert not Telling.objects.filter(step="charged", victim=first).exists()


def test_without_a_crime_of_its_own_incident_it_is_not_charged(evening: Evening) -> None:
    found = evening.held(incident=evening.incident())
    made, _ = again(evening, found, crime=False)
    with pytest.raises(Refused, match="Record it first") as caught:
        done(charge_detained, TEN + 5 * HOUR, **{**charging(evening, found), "arrest": made})
    assert caught.value.verdict.field == "arrest"


def test_let_go_the_victims_of_every_arrest_are_owed_word(evening: Evening) -> None:
    incident = evening.incident()
    first, found = evening.victim(incident), evening.held(incident=incident)
    _, second = again(evening, found)
    evening.assessed(found, TEN + 4 * HOUR)
    closing = Closing(disposal=Disposal.UNDER_INVESTIGATION, risk_assessed=True, way_home="By train",
                      property_settled=True, victim_told="Rung by PC Ash")  # fmt: skip
    done(release_detained, TEN + 5 * HOUR, by=evening.acting("custody_officer"), detention=found.pk, closing=closing,
         words="Phones to be read")  # fmt: skip
    told = Telling.objects.filter(step="released_under_investigation").values_list("victim", flat=True)
    assert set(told) == {first.pk, second.pk}
