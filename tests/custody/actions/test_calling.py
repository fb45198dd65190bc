"""Those called: waited for, here, gone; a child's adult is owed; nothing out of order."""

import pytest

from bluelamp.custody.actions import calling
from bluelamp.custody.actions.calling import Somebody
from bluelamp.custody.models import Called, Detention
from bluelamp.custody.rules.appropriate_adults import Offered, Relation
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

ARRIVED = TEN + 45 * MINUTE
MOTHER = Offered(relation=Relation.PARENT, aged_18=True, for_police=False, involved=False)


def call(evening: Evening, found: Detention, kind: str = "solicitor", at: object = TEN + HOUR, **more: object) -> int:
    by = evening.acting("custody_officer")
    return done(calling.call, at, by=by, detention=found.pk, kind=kind, who="Ms Okafor", **more)  # type: ignore[arg-type]


def waiting(found: Detention) -> list[str]:
    return Detention.objects.get(pk=found.pk).waiting_for


def test_the_record_waits_until_they_come(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("detention_officer")
    solicitor, nurse = call(evening, found), call(evening, found, "healthcare")
    assert waiting(found) == ["Solicitor", "Healthcare"]
    done(calling.came, TEN + 2 * HOUR, by=by, called=solicitor)
    assert waiting(found) == ["Healthcare"]
    done(calling.not_coming, TEN + 2 * HOUR, by=by, called=nurse, why="The doctor comes instead")
    assert waiting(found) == []
    done(calling.went, TEN + 3 * HOUR, by=by, called=solicitor, outcome="Advised in private")
    assert Called.objects.get(pk=solicitor).state == "gone"


def test_a_childs_adult_is_owed_from_the_arrival_until_here(evening: Evening) -> None:
    found = evening.held(appears_under_18=True)
    owed = Promise.objects.get(record=found.ref, kind="custody.call_adult")
    assert owed.due_at == ARRIVED + 30 * MINUTE
    mother = call(evening, found, "appropriate_adult", at=ARRIVED + 20 * MINUTE, more=Somebody(offered=MOTHER))
    owed.refresh_from_db()
    assert owed.state == "kept"
    here = Promise.objects.get(record=found.ref, kind="custody.adult_here")
    assert (here.due_at, here.state) == (ARRIVED + 140 * MINUTE, "open")
    done(calling.came, ARRIVED + 141 * MINUTE, by=evening.acting("custody_officer"), called=mother)
    here.refresh_from_db()
    assert here.state == "late"


def test_an_adult_who_may_not_act_is_not_called(evening: Evening) -> None:
    found = evening.held(appears_under_18=True)
    police = Offered(relation=Relation.OTHER, aged_18=True, for_police=True, involved=False)
    with pytest.raises(Refused, match="police officer or employee"):
        call(evening, found, "appropriate_adult", more=Somebody(offered=police))
    assert not Called.objects.exists()


@pytest.mark.parametrize(
    ("facts", "words"),
    [({"called_at": ARRIVED - MINUTE}, "before the arrival"), ({"kind": "plumber"}, "Choose who is called")],
)
def test_a_call_out_of_order_or_of_nobody_is_refused(evening: Evening, facts: dict[str, object], words: str) -> None:
    found = evening.held()
    with pytest.raises(Refused, match=words):
        call(evening, found, **facts)  # type: ignore[arg-type]
    assert not Called.objects.exists()


def test_coming_before_the_call_twice_or_leaving_first_is_refused(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    one = call(evening, found)
    with pytest.raises(Refused, match="before they were called"):
        done(calling.came, TEN + 2 * HOUR, by=by, called=one, arrived_at=TEN + 50 * MINUTE, reason_late="Late")
    with pytest.raises(Refused, match="not come yet"):
        done(calling.went, TEN + 2 * HOUR, by=by, called=one)
    done(calling.came, TEN + 2 * HOUR, by=by, called=one)
    with pytest.raises(Refused, match="already"):
        done(calling.came, TEN + 2 * HOUR, by=by, called=one)
    with pytest.raises(Refused, match="any more"):
        done(calling.not_coming, TEN + 2 * HOUR, by=by, called=one, why="x")


def test_nothing_is_done_again_without_the_adult_here(evening: Evening) -> None:
    found, by = evening.held(appears_under_18=True), evening.acting("custody_officer")
    with pytest.raises(Refused, match="No appropriate adult is here"):
        done(calling.repeat_with_adult, TEN + 2 * HOUR, by=by, detention=found.pk, what="rights")
    mother = call(evening, found, "appropriate_adult", more=Somebody(offered=MOTHER))
    done(calling.came, TEN + 2 * HOUR, by=by, called=mother)
    done(calling.repeat_with_adult, TEN + 2 * HOUR, by=by, detention=found.pk, what="rights")
