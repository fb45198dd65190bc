"""Reviews: on time, late, by whom, once; and a superintendent's extension."""

import pytest

from bluelamp.custody.actions.reviewing import extend, postpone_review, review
from bluelamp.custody.models import Detention, Review
from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

SAID = {"outcome": "continued", "words": "Still necessary"}


def state_of(found: Detention, n: int) -> str:
    return next(one.state for one in for_record(found.ref) if one.kind == "custody.review" and one.slot == str(n))


def test_in_time_the_next_is_nine_hours_from_this_one(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("reviewing_inspector")
    done(review, TEN + 6 * HOUR, by=by, detention=found.pk, **SAID)
    assert state_of(found, 1) == State.KEPT
    assert Detention.objects.get(pk=found.pk).review_due_at == TEN + 15 * HOUR


def test_late_it_stays_late_and_the_next_is_as_though_it_had_been_in_time(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("reviewing_inspector")
    done(review, TEN + 8 * HOUR, by=by, detention=found.pk, **SAID)
    assert state_of(found, 1) == State.LATE
    assert Detention.objects.get(pk=found.pk).review_due_at == TEN + 16 * HOUR


def test_before_authorisation_there_is_nothing_to_review(evening: Evening) -> None:
    found, by = evening.arrived(), evening.acting("reviewing_inspector")
    with pytest.raises(Refused, match="nothing to review: detention is not authorised"):
        done(review, TEN + HOUR, by=by, detention=found.pk, **SAID)


def test_a_sergeant_does_not_review_before_charge(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="needs an inspector or above"):
        done(review, TEN + 6 * HOUR, by=by, detention=found.pk, **SAID)


def test_two_inspectors_at_once_write_one_review(evening: Evening) -> None:
    found = evening.held()
    first, second = evening.acting("reviewing_inspector", "Farrant"), evening.acting("reviewing_inspector", "Osei")
    done(review, TEN + 6 * HOUR, by=first, detention=found.pk, n=1, **SAID)
    with pytest.raises(Refused, match=r"Review 1 was done meanwhile, .*, by Insp Farrant\. The next is 2"):
        done(review, TEN + 6 * HOUR, by=second, detention=found.pk, n=1, **SAID)
    assert Review.objects.count() == 1


def test_sent_twice_it_is_done_once(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("reviewing_inspector")
    key = "9b2d1c4e-0000-4000-8000-000000000001"
    answers = {done(review, TEN + 6 * HOUR, by=by, detention=found.pk, n=1, key=key, **SAID) for _ in range(2)}
    assert answers == {found.pk}
    assert Review.objects.count() == 1


def test_put_off_only_for_a_reason_of_law_and_it_stays_owed(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("reviewing_inspector")
    with pytest.raises(Refused, match="postponed only for one of"):
        done(postpone_review, TEN + 6 * HOUR, by=by, detention=found.pk, reason="busy", words="Busy")
    done(postpone_review, TEN + 6 * HOUR, by=by, detention=found.pk, reason="no_review_officer", words="At a death")
    assert state_of(found, 1) == State.OPEN


def test_an_extension_waits_for_review_two_and_a_superintendent(evening: Evening) -> None:
    found, inspector = evening.held(), evening.acting("reviewing_inspector")
    asked = {"detention": found.pk, "until": TEN + 30 * HOUR, "grounds": "Interviews", "representations": "None made",
             "diligent": True, "necessary": True, "responsible": True}  # fmt: skip
    boss = evening.acting("superintendent")
    with pytest.raises(Refused, match="Review 2 has not been done yet"):
        done(extend, TEN + 5 * HOUR, by=boss, **asked)
    for n, hours in ((1, 6), (2, 14)):
        done(review, TEN + hours * HOUR, by=inspector, detention=found.pk, n=n, **SAID)
    done(extend, TEN + 20 * HOUR, by=boss, **asked)
    assert Detention.objects.get(pk=found.pk).limit_at == TEN + 30 * HOUR
    with pytest.raises(Refused, match="No later than"):
        done(extend, TEN + 21 * HOUR + MINUTE, by=boss, **{**asked, "until": TEN + 48 * HOUR})
