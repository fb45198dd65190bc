"""An interview begins only with whom the law wants there."""

import pytest

from bluelamp.custody.actions import calling
from bluelamp.custody.actions.calling import Somebody
from bluelamp.custody.actions.interviewing import Before, begin_interview, end_interview
from bluelamp.custody.models import Detention, Interview
from bluelamp.verdict import Refused
from tests.custody.actions.test_calling import MOTHER
from tests.custody.evening import HOUR, TEN, Evening, done

READY = Before(wants_advice=False, advised=False, reminded=True, fit=None, present="DC Lowe")
NO_INTERPRETER = {"interpreter_answer": "none"}


def begin(evening: Evening, found: Detention, before: Before = READY, role: str = "investigator") -> int:
    return done(begin_interview, TEN + 3 * HOUR, by=evening.acting(role), detention=found.pk, before=before)


def of_somebody(evening: Evening, **facts: object) -> Detention:
    found = evening.held(**facts)
    found.person.interpreter_answer = "none"
    found.person.save()
    return found


def test_begun_once_and_ended(evening: Evening) -> None:
    found = of_somebody(evening)
    begin(evening, found)
    with pytest.raises(Refused, match="going on already"):
        begin(evening, found)
    done(end_interview, TEN + 4 * HOUR, by=evening.acting("investigator"), detention=found.pk, breaks="02:00 to 02:15")
    assert Interview.objects.get(detention=found).ended_at == TEN + 4 * HOUR


def test_not_while_nobody_asked_about_an_interpreter(evening: Evening) -> None:
    with pytest.raises(Refused, match="whether an interpreter is needed"):
        begin(evening, evening.held())
    assert not Interview.objects.exists()


def test_a_child_only_with_the_adult_here(evening: Evening) -> None:
    found, by = of_somebody(evening, appears_under_18=True), evening.acting("custody_officer")
    with pytest.raises(Refused, match="Not without the appropriate adult"):
        begin(evening, found)
    mother = done(calling.call, TEN + HOUR, by=by, detention=found.pk, kind="appropriate_adult", who="Her mother",
                  more=Somebody(offered=MOTHER))  # fmt: skip
    done(calling.came, TEN + 2 * HOUR, by=by, called=mother)
    begin(evening, found)
    assert Interview.objects.count() == 1


def test_urgent_only_on_a_superintendents_word(evening: Evening) -> None:
    found = of_somebody(evening, appears_under_18=True)
    urgent = Before(wants_advice=False, advised=False, reminded=True, fit=None, urgent_words="A life is at risk")
    with pytest.raises(Refused, match="superintendent or above"):
        begin(evening, found, urgent)
    assert not Interview.objects.exists()


def test_ending_needs_a_beginning(evening: Evening) -> None:
    found = of_somebody(evening)
    with pytest.raises(Refused, match="No interview"):
        done(end_interview, TEN + 4 * HOUR, by=evening.acting("investigator"), detention=found.pk)
