"""A child charged and refused bail: asked, answered, certified; never for an adult, never before charge."""

import pytest

from bluelamp.custody.actions.accommodating import answer_accommodation, ask_accommodation, certify
from bluelamp.custody.actions.releasing import charged
from bluelamp.custody.models import Accommodation, Certificate, Detention
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

CHARGED = TEN + 5 * HOUR


def a_charged_child(evening: Evening) -> Detention:
    found = evening.held(appears_under_18=True)
    done(charged, CHARGED, by=evening.acting("custody_officer"), detention=found.pk, kept=True)
    return found


def test_asked_answered_and_certified(evening: Evening) -> None:
    found, by = a_charged_child(evening), evening.acting("custody_officer")
    owed = Promise.objects.get(record=found.ref, kind="custody.accommodation")
    assert owed.due_at == CHARGED + 30 * MINUTE
    done(ask_accommodation, CHARGED + 10 * MINUTE, by=by, detention=found.pk, authority="The county", secure=False)
    owed.refresh_from_db()
    assert owed.state == "kept"
    done(answer_accommodation, CHARGED + HOUR, by=by, detention=found.pk, offered=False, answer="Nobody can drive")
    done(certify, CHARGED + HOUR, by=by, detention=found.pk, ground="impracticable", words="Snow")
    assert Certificate.objects.get(detention=found).words == "Snow"
    with pytest.raises(Refused, match="certificate already"):
        done(certify, CHARGED + HOUR, by=by, detention=found.pk, ground="impracticable", words="Snow")


def test_no_secure_place_needs_an_age_that_is_known(evening: Evening) -> None:
    found, by = a_charged_child(evening), evening.acting("custody_officer")
    done(ask_accommodation, CHARGED + 10 * MINUTE, by=by, detention=found.pk, authority="The county", secure=True)
    with pytest.raises(Refused, match=r"age is not known.*not answered yet"):
        done(certify, CHARGED + HOUR, by=by, detention=found.pk, ground="no_secure_place", words="w", harm_words="h")
    assert not Certificate.objects.exists()


def test_not_for_an_adult_nor_before_charge(evening: Evening) -> None:
    by = evening.acting("custody_officer")
    child = evening.held(appears_under_18=True)
    with pytest.raises(Refused, match="charged and refused bail"):
        done(ask_accommodation, CHARGED, by=by, detention=child.pk, authority="The county", secure=False)
    adult = evening.held(person=evening.person("Dean", "Marsh"))
    with pytest.raises(Refused, match="under 18"):
        done(ask_accommodation, CHARGED, by=by, detention=adult.pk, authority="The county", secure=False)
    assert not Accommodation.objects.exists()


def test_an_answer_needs_a_question(evening: Evening) -> None:
    found, by = a_charged_child(evening), evening.acting("custody_officer")
    with pytest.raises(Refused, match="ask first"):
        done(answer_accommodation, CHARGED, by=by, detention=found.pk, offered=True, answer="Yes")
