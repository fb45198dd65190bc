"""How we are in touch: a way is always left, nobody dangerous speaks for them, and what was agreed comes round."""

import pytest

from bluelamp.owed.models import State
from bluelamp.people.models import Person, SafeContact
from bluelamp.verdict import Refused
from bluelamp.victims.actions.agreeing import agree_frequency, agree_ways, keep_in_touch
from bluelamp.victims.actions.telling import owe_telling
from bluelamp.victims.models import Telling
from tests.custody.evening import HOUR, TEN
from tests.victims.care import Care

SAID = {"source": "Her own words"}


def test_a_rule_that_leaves_no_way_is_refused_with_who_decides(care: Care) -> None:
    with pytest.raises(Refused, match="supervisor in victim care"):
        care(agree_ways, ways=("text",), shared_device=True, **SAID)
    assert SafeContact.objects.get(ended_at=None).ways == ["text"]
    care(agree_ways, ways=("in_person", "text"), shared_device=True, **SAID)
    assert SafeContact.objects.get(ended_at=None).shared_device


def test_the_number_of_a_suspect_is_never_safe(care: Care) -> None:
    suspect = care.evening.person(phone="+44 7700 900811")
    care.evening.arrest(incident=care.incident, person=suspect)
    with pytest.raises(Refused, match="never safe"):
        care(agree_ways, ways=("text",), number="07700 900811", **SAID)


def test_a_suspect_does_not_speak_for_them_nor_one_whose_age_nobody_asked(care: Care) -> None:
    suspect = care.evening.person()
    care.evening.arrest(incident=care.incident, person=suspect)
    with pytest.raises(Refused, match="suspect here"):
        care(agree_ways, ways=("representative",), speaks_for=suspect, **SAID)
    aunt = care.evening.person("Ines", "Marlow")
    with pytest.raises(Refused, match="How old"):
        care(agree_ways, ways=("representative",), speaks_for=aunt, **SAID)
    Person.objects.filter(pk=aunt).update(born_on="1980-05-04", born_on_answer="known")
    care(agree_ways, ways=("representative",), speaks_for=aunt, **SAID)
    assert care.now().spoken_for_by == "Ines Marlow"


def test_what_was_agreed_is_owed_again_each_time_they_were_reached(care: Care) -> None:
    care(agree_frequency, frequency="weekly")
    assert care.promises("agreed_contact") == [State.OPEN]
    care(keep_in_touch, hours=50, way="text", words="Nothing new")
    assert care.promises("agreed_contact") == [State.KEPT, State.OPEN]
    care(keep_in_touch, hours=50 + 24 * 9, way="text", words="Sorry, late")
    assert care.promises("agreed_contact") == [State.KEPT, State.LATE, State.OPEN]
    with pytest.raises(Refused, match="Not known to be safe"):
        care(keep_in_touch, hours=300, way="phone")


def test_who_wants_to_hear_nothing_is_owed_nothing_and_one_who_wants_safety_only_hears_of_release(care: Care) -> None:
    with pytest.raises(Refused, match="own words"):
        care(agree_frequency, frequency="nothing")
    care(agree_frequency, frequency="safety_only", words="Only if he is out")
    assert not Telling.objects.filter(told_at=None, opted_out_at=None).exists()
    for step in ("charged", "bailed"):
        care(owe_telling, hours=5, role="investigator", step=step, happened_at=TEN + 5 * HOUR)
    assert "tell_bailed" in care.open()
    assert "tell_charged" not in care.open()
    care(agree_frequency, hours=6, frequency="nothing", words="Leave me be")
    assert not {one for one in care.open() if one.startswith("tell_")}
