"""Those called: owed for a child at once, kept when called and come, refused in an impossible order."""

from datetime import date, timedelta

import pytest

from bluelamp.custody.actions import attending, calling
from bluelamp.custody.models import Called, Detention
from bluelamp.custody.needs import said_without_adult
from bluelamp.custody.rules.called import Adult, Proposed
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

MOTHER = Proposed(adult=Adult.PARENT, age=41, police=False, involved=False)


def a_child(evening: Evening) -> Detention:
    return evening.held(arrest=evening.arrest(appears_under_18=True))


def state(kind: str, found: Detention) -> list[str]:
    return list(Promise.objects.filter(kind=kind, record=found.ref).order_by("pk").values_list("state", flat=True))


def test_a_child_is_owed_an_adult_from_arrival_and_shown_waiting(evening: Evening) -> None:
    found = a_child(evening)
    promise = Promise.objects.get(kind="custody.call_adult")
    assert promise.due_at == found.arrived_at + 30 * MINUTE
    assert found.waiting_for == ["Appropriate adult"]


def test_called_and_come_keep_both_promises(evening: Evening) -> None:
    found, by = a_child(evening), evening.acting("custody_officer")
    one = done(calling.call, TEN + 65 * MINUTE, by=by, detention=found.pk, kind="appropriate_adult", who="Mrs Pell")
    assert state("custody.call_adult", found) == ["kept"]
    assert Promise.objects.get(kind="custody.adult_comes").due_at == TEN + 65 * MINUTE + 2 * HOUR
    done(calling.came, TEN + 2 * HOUR, by=by, called=one, remote=False, proposed=MOTHER)
    assert state("custody.adult_comes", found) == ["kept"]
    assert Detention.objects.get(pk=found.pk).waiting_for == []


def test_one_who_cannot_come_makes_another_owed(evening: Evening) -> None:
    found, by = a_child(evening), evening.acting("custody_officer")
    one = done(calling.call, TEN + 65 * MINUTE, by=by, detention=found.pk, kind="appropriate_adult")
    done(calling.not_coming, TEN + 2 * HOUR, by=by, called=one, why="Abroad")
    again = Promise.objects.get(kind="custody.call_adult", slot="1")
    assert (again.state, again.due_at) == ("open", TEN + 2 * HOUR + 30 * MINUTE)
    assert Detention.objects.get(pk=found.pk).waiting_for == ["Appropriate adult"]


def test_an_adult_is_nobody_owed_unless_found_vulnerable(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    assert not Promise.objects.filter(kind="custody.call_adult").exists()
    done(attending.note_vulnerability, TEN + 2 * HOUR, by=by, detention=found.pk, vulnerable=True, words="Hears voices")
    assert Promise.objects.get(kind="custody.call_adult").due_at == TEN + 2 * HOUR + 30 * MINUTE
    done(attending.note_vulnerability, TEN + 3 * HOUR, by=by, detention=found.pk, vulnerable=False, words="Nurse saw")
    assert Detention.objects.get(pk=found.pk).waiting_for == []


def test_the_wrong_adult_and_impossible_times_write_nothing(evening: Evening) -> None:
    found, by = a_child(evening), evening.acting("custody_officer")
    one = done(calling.call, TEN + 65 * MINUTE, by=by, detention=found.pk, kind="appropriate_adult")
    sibling = Proposed(adult=Adult.OTHER, age=17, police=False, involved=False, nearer_tried=True)
    for proposed, at, words in ((sibling, TEN + 2 * HOUR, "18 or over"), (None, TEN + 2 * HOUR, "Say who")):
        with pytest.raises(Refused, match=words):
            done(calling.came, at, by=by, called=one, remote=False, proposed=proposed)
    with pytest.raises(Refused, match="before the call"):
        done(calling.came, TEN + 2 * HOUR, by=by, called=one, remote=False, proposed=MOTHER, arrived_at=TEN + HOUR)
    with pytest.raises(Refused, match="have not come"):
        done(calling.left, TEN + 2 * HOUR, by=by, called=one)
    assert Called.objects.get().arrived_at is None


def test_an_interpreter_comes_with_language_and_number(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("detention_officer")
    one = done(calling.call, TEN + 2 * HOUR, by=by, detention=found.pk, kind="interpreter")
    with pytest.raises(Refused, match="language"):
        done(calling.came, TEN + 3 * HOUR, by=by, called=one, remote=True)
    done(calling.came, TEN + 3 * HOUR, by=by, called=one, remote=True, language="Tigrinya", interpreter_number="14411")
    assert Called.objects.get().remote is True


def test_what_was_said_before_the_adult_is_said_again(evening: Evening) -> None:
    found, by = a_child(evening), evening.acting("custody_officer")
    assert said_without_adult(found) == ("rights", "caution")
    with pytest.raises(Refused, match="not here"):
        done(attending.say_again, TEN + 2 * HOUR, by=by, detention=found.pk, matters=["rights"])
    one = done(calling.call, TEN + 65 * MINUTE, by=by, detention=found.pk, kind="appropriate_adult")
    done(calling.came, TEN + 2 * HOUR, by=by, called=one, remote=False, proposed=MOTHER)
    done(attending.say_again, TEN + 2 * HOUR, by=by, detention=found.pk, matters=["rights"])
    assert said_without_adult(Detention.objects.get(pk=found.pk)) == ("caution",)


def test_a_date_of_birth_makes_a_child_too(evening: Evening) -> None:
    person = evening.person("Kit", "Pell", born_on=date(2010, 1, 2))
    found = evening.held(arrest=evening.arrest(person=person))
    assert found.waiting_for == ["Appropriate adult"]


def test_a_call_from_tomorrow_is_refused(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="not been made"):
        done(calling.call, TEN + 2 * HOUR, by=by, detention=found.pk, kind="solicitor",
             called_at=TEN + timedelta(days=1))  # fmt: skip
