"""An appropriate adult who has a part in the case is refused by what is on record, whatever was answered."""

from typing import Any

import pytest

from bluelamp.custody.actions import calling
from bluelamp.custody.models import Called
from bluelamp.custody.rules.called import Adult, Proposed
from bluelamp.journeys.actions.called import adult_came
from bluelamp.owed.models import Promise
from bluelamp.people.actions.links import link
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

MOTHER = Proposed(adult=Adult.PARENT, age=41, police=False, involved=False)


class Case:
    """A child held for an incident with a victim, and an adult called."""

    def __init__(self, evening: Evening) -> None:
        self.evening, self.incident = evening, evening.incident()
        self.victim = evening.victim(self.incident)
        self.held = evening.held(arrest=evening.arrest(incident=self.incident, appears_under_18=True))
        self.by = evening.acting("custody_officer")
        self.one = done(calling.call, TEN + 65 * MINUTE, by=self.by, detention=self.held.pk, kind="appropriate_adult")

    def came(self, **more: Any) -> Called:
        facts = {"who": "Mrs Pell", "proposed": MOTHER, **more}
        done(adult_came, TEN + 2 * HOUR, by=self.by, called=self.one, **facts)
        return Called.objects.get(pk=self.one)


def test_a_victim_a_witness_and_a_suspect_on_record_are_refused(evening: Evening) -> None:
    case = Case(evening)
    witness, other = evening.person("Ann", "Pell"), evening.person("Amir", "Redfern")
    done(link, TEN, by=evening.acting("response_officer"), person=witness, kind="witness", to=case.incident.ref,
         source="Her statement")  # fmt: skip
    evening.arrest(incident=case.incident, person=other, at=TEN + HOUR)
    for person, part in ((case.victim.person_id, "a victim"), (witness, "a witness"), (other, "a suspect")):
        with pytest.raises(Refused, match=f"is {part} in this case") as caught:
            case.came(person=person)
        assert caught.value.verdict.field == "person"
    with pytest.raises(Refused, match="That is the person held"):
        case.came(person=case.held.person_id)
    assert Promise.objects.get(kind="custody.adult_comes").state == "open"


def test_of_a_further_arrest_too(evening: Evening) -> None:
    case, elsewhere = Case(evening), evening.incident()
    harmed = evening.victim(elsewhere)
    case.held.further_arrests.create(
        person=case.held.person, incident=elsewhere, officer=case.held.arrest.officer, arrested_at=TEN + HOUR,
        offence_code="28/3", offence_words="Burglary", offence_class="indictable", grounds="Seen", necessity=[],
    )  # fmt: skip
    with pytest.raises(Refused, match="is a victim in this case"):
        case.came(person=harmed.person_id)


def test_a_name_in_the_case_is_asked_about_and_somebody_else_of_it_may_act(evening: Evening) -> None:
    case = Case(evening)
    with pytest.raises(Refused, match="Choose them on record, or say that this is another person") as caught:
        case.came(who="Joanne Marlow, his aunt")
    assert caught.value.verdict.field == "another"
    assert case.came(who="Joanne Marlow, his aunt", another=True).arrived_at == TEN + 2 * HOUR


def test_who_they_are_on_record_is_kept_and_the_question_stays(evening: Evening) -> None:
    case, aunt = Case(evening), evening.person("Ines", "Pell")
    with pytest.raises(Refused, match="part in the case"):
        case.came(person=aunt, proposed=Proposed(adult=Adult.PARENT, age=41, police=False))
    found = case.came(person=aunt)
    assert (found.person_id, found.who, found.arrived_at) == (aunt, "Mrs Pell", TEN + 2 * HOUR)
