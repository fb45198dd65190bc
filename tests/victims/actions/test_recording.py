"""Every kind of victim with a thread of their own; what is missing is asked for, what cannot be is caught."""

from dataclasses import replace
from datetime import date

import pytest

from bluelamp.people.actions.links import link
from bluelamp.verdict import Refused
from bluelamp.victims.actions.recording import record_victim
from bluelamp.victims.actions.views import ask_views
from bluelamp.victims.models import Telling, Victim
from bluelamp.victims.rules.entitlement import Circumstances
from bluelamp.victims.rules.naming import Kind, Naming
from tests.custody.evening import TEN, Evening, done
from tests.victims.care import Care


def recorded(evening: Evening, care: Care, naming: Naming, role: str = "response_officer", person: int = 0) -> Victim:
    number = done(
        record_victim, TEN, by=evening.acting(role), person=person or evening.person("Ada", "Marlow"),
        incident=care.incident.pk, circumstances=Circumstances(), naming=naming,
    )  # fmt: skip
    return Victim.objects.get(pk=number)


def test_co_victims_each_have_their_own_duties(evening: Evening, care: Care) -> None:
    child = recorded(evening, care, Naming(kind=Kind.CHILD_OF_ABUSE, age=7, spoken_for_by="Her aunt"))
    family = recorded(evening, care, Naming(kind=Kind.BEREAVED, lost="Her brother", died_on=date(2026, 11, 19)))
    shop = recorded(evening, care, Naming(kind=Kind.BUSINESS, spoken_for_by="R. Hale, manager"))
    assert child.enhanced
    assert child.domestic
    assert family.enhanced
    assert not shop.enhanced
    assert Telling.objects.filter(step="statement_offered").count() == 4
    assert Victim.objects.filter(incident=care.incident).count() == 4


@pytest.mark.parametrize(
    ("naming", "words"),
    [
        (Naming(kind=Kind.CHILD), "How old were they"),
        (Naming(kind=Kind.BUSINESS), "Who speaks for the business"),
        (Naming(kind=Kind.BEREAVED), "Whom did they lose"),
        (Naming(born_on=date(2027, 1, 1)), "still to come"),
        (Naming(born_on=date(2026, 5, 3), happened_on=date(2026, 5, 2)), "before they were born"),
        (Naming(kind=Kind.BEREAVED, lost="Him", died_on=date(2026, 12, 1)), "still to come"),
    ],
)
def test_what_is_missing_or_cannot_be_is_asked_for(evening: Evening, care: Care, naming: Naming, words: str) -> None:
    with pytest.raises(Refused, match=words):
        recorded(evening, care, naming)
    assert Victim.objects.count() == 1


def test_a_victim_who_is_also_suspect_waits_for_a_supervisor(evening: Evening, care: Care) -> None:
    person = evening.person()
    evening.arrest(incident=care.incident, person=person)
    naming = Naming()
    with pytest.raises(Refused, match="decided by a supervisor"):
        recorded(evening, care, naming, person=person)
    agreed = replace(naming, counter_agreed_by="Both were hurt; he began it")
    with pytest.raises(Refused, match="may not do this"):
        recorded(evening, care, agreed, person=person)
    by = evening.acting("domestic_abuse_specialist")
    number = done(record_victim, TEN, by=by, person=person, incident=care.incident.pk, circumstances=Circumstances(),
                  naming=agreed)  # fmt: skip
    assert Victim.objects.filter(pk=number).exists()


def test_a_named_suspect_counts_without_an_arrest(evening: Evening, care: Care) -> None:
    person, by = evening.person(), evening.acting("response_officer")
    done(link, TEN, by=by, person=person, kind="suspect", to=care.incident.ref, source="Named by her")
    with pytest.raises(Refused, match="named as a suspect"):
        recorded(evening, care, Naming(), person=person)


def test_views_of_a_child_come_through_who_speaks_for_them(evening: Evening, care: Care) -> None:
    child = recorded(evening, care, Naming(kind=Kind.CHILD, age=9))
    by = evening.acting("victim_care_officer")
    with pytest.raises(Refused, match="who spoke for them"):
        done(ask_views, TEN, by=by, victim=child.pk, answer="given", words="Not near school")
    done(ask_views, TEN, by=by, victim=child.pk, answer="given", words="Not near school", through="Her aunt")
    assert Victim.objects.get(pk=child.pk).views_asked_at == TEN
