"""Bail before charge: granted to the last day, rung by rung, varied, paused, through the court, answered and ended."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bluelamp.custody.actions.arriving import answer_bail, arrive
from bluelamp.custody.actions.bailing import end_bail, grant_bail, release_under_investigation, vary_bail
from bluelamp.custody.actions.extending_bail import (
    Met,
    apply_to_court_for_bail,
    court_decided_bail,
    extend_bail,
    tell_bail_result,
)
from bluelamp.custody.actions.investigating import end_investigation, review_investigation
from bluelamp.custody.actions.pausing_bail import pause_bail, resume_bail
from bluelamp.custody.actions.releasing import release
from bluelamp.custody.models import Bail, BailStep, Detention, Investigation
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.owed.models import Promise, State
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NIGHT = TEN + 5 * HOUR
"""In the small hours of Saturday 21 November; the arrest was on Friday, so bail starts on the Saturday."""
LAST = date(2027, 2, 20)
FEBRUARY = datetime(2027, 2, 10, 10, tzinfo=UTC)
DONE = {"risk_assessed": True, "property_settled": True, "way_home": "On foot"}
A_TO_D = {"suspicion": True, "further_time_needed": True, "diligent": True, "necessary_and_proportionate": True}
MET = Met(told_first_at=NIGHT, representations="Wants it over", **A_TO_D)


def released(evening: Evening, disposal: Disposal, words: str = "", **facts: Any) -> Detention:
    found = evening.held(**facts)
    closing = Closing(disposal=disposal, victim_views_sought=True, **DONE)
    evening.assessed(found, NIGHT)
    done(release, NIGHT, by=evening.acting("custody_officer"), detention=found.pk, closing=closing, words=words)
    return Detention.objects.get(pk=found.pk)


def bailed(evening: Evening, **facts: Any) -> Bail:
    found = released(evening, Disposal.BAIL_WITH_CONDITIONS, "Not to contact her\nNot to go to Elm Road", **facts)
    return Bail.objects.get(detention=found)


def inspector(evening: Evening) -> Any:
    return evening.acting("reviewing_inspector")


def extend(evening: Evening, bail: Bail, *, to: str = "inspector", at: datetime = FEBRUARY, **more: Any) -> Bail:
    facts = {"by": inspector(evening), "bail": bail.pk, "to": to, "met": MET, "why": "Phones still to be read"}
    done(extend_bail, at, **{**facts, **more})
    return Bail.objects.get(pk=bail.pk)


def promise(record: str, kind: str) -> Any:
    return Promise.objects.get(record=record, kind=kind)


def test_released_on_bail_it_starts_the_day_after_arrest_and_ends_on_the_last_day(evening: Evening) -> None:
    bail = bailed(evening)
    assert (bail.starts_on, bail.ends_on, bail.return_on) == (date(2026, 11, 21), LAST, LAST)
    assert bail.conditions == ["Not to contact her", "Not to go to Elm Road"]
    assert Detention.objects.get(pk=bail.detention_id).bail_until == LAST
    assert promise(bail.ref, "custody.bail_end").due_at == datetime(2027, 2, 21, tzinfo=UTC)


def test_conditions_wait_for_the_victims_views(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="Seek the victim's views"):
        done(grant_bail, NIGHT, by=by, detention=found.pk, until=LAST, conditions=["No contact"])
    assert not Bail.objects.exists()


@pytest.mark.parametrize(
    ("until", "words"),
    [(date(2027, 2, 21), "after the bail period ends"), (date(2027, 1, 4), "last day of the period"),
     (date(2026, 11, 1), "before the arrival")],
)  # fmt: skip
def test_a_return_on_another_day_is_refused(evening: Evening, until: date, words: str) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    with pytest.raises(Refused, match=words):
        done(grant_bail, NIGHT, by=by, detention=found.pk, until=until)
    assert not Bail.objects.exists()


def test_extended_by_an_inspector_in_time_and_the_suspect_is_told(evening: Evening) -> None:
    bail = extend(evening, bailed(evening))
    assert (bail.rung, bail.ends_on) == ("inspector", date(2027, 5, 20))
    assert promise(bail.ref, "custody.bail_end").state == State.OPEN
    assert promise(bail.ref, "custody.bail_result").state == State.OPEN
    done(tell_bail_result, FEBRUARY + HOUR, by=inspector(evening), bail=bail.pk, words="Told his solicitor by phone")
    assert promise(bail.ref, "custody.bail_result").state == State.KEPT
    assert [step.rung for step in BailStep.objects.all()] == ["custody_officer", "inspector"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"at": datetime(2027, 2, 21, 0, 1, tzinfo=UTC)}, "The bail period ended"),
        ({"to": "superintendent"}, "No rung is skipped"),
        ({"met": Met(suspicion=True, further_time_needed=True, diligent=True, necessary_and_proportionate=True)},
         "Invite the suspect's representations first"),
        ({"met": Met(told_first_at=NIGHT)}, "A: there must be reasonable grounds"),
        ({"why": " "}, "Write why bail is extended"),
    ],
)  # fmt: skip
def test_an_extension_refused_writes_nothing(evening: Evening, more: dict[str, Any], words: str) -> None:
    bail = bailed(evening)
    with pytest.raises(Refused, match=words):
        extend(evening, bail, **more)
    assert (Bail.objects.get().rung, BailStep.objects.count()) == ("custody_officer", 1)


def test_a_sergeant_does_not_extend(evening: Evening) -> None:
    bail = bailed(evening)
    with pytest.raises(Refused, match="needs an inspector"):
        extend(evening, bail, by=evening.acting("custody_officer"))


def test_with_the_prosecutor_the_end_stands_still_and_comes_back_later(evening: Evening) -> None:
    bail, by = bailed(evening), evening.acting("custody_officer")
    done(pause_bail, FEBRUARY, by=by, bail=bail.pk, kind="prosecutor", on=date(2027, 2, 10))
    assert Bail.objects.get().ends_on is None
    assert promise(bail.ref, "custody.bail_end").state == State.WITHDRAWN
    with pytest.raises(Refused, match="stands still"):
        extend(evening, bail)
    later = datetime(2027, 3, 2, 10, tzinfo=UTC)
    done(resume_bail, later, by=by, bail=bail.pk, kind="prosecutor", on=date(2027, 3, 2))
    assert Bail.objects.get().ends_on == date(2027, 3, 12)
    assert promise(bail.ref, "custody.bail_end").state == State.OPEN


@pytest.mark.parametrize(
    ("kind", "on", "words"),
    [("prosecutor", date(2027, 2, 11), "has not come yet"), ("in_patient", date(2026, 11, 1), "before the arrest")],
)
def test_a_pause_on_an_impossible_day(evening: Evening, kind: str, on: date, words: str) -> None:
    bail, by = bailed(evening), evening.acting("custody_officer")
    with pytest.raises(Refused, match=words):
        done(pause_bail, FEBRUARY, by=by, bail=bail.pk, kind=kind, on=on)
    with pytest.raises(Refused, match="An end needs a beginning"):
        done(resume_bail, FEBRUARY, by=by, bail=bail.pk, kind=kind, on=date(2027, 2, 1))


def test_the_court_keeps_bail_alive_and_decides(evening: Evening) -> None:
    bail = extend(evening, bailed(evening))
    may = datetime(2027, 5, 10, 10, tzinfo=UTC)
    bail = extend(evening, bail, to="superintendent", at=may, by=evening.acting("superintendent"))
    last = datetime(2027, 8, 20, 10, tzinfo=UTC)
    court = {"by": evening.acting("superintendent"), "bail": bail.pk, "rung": "court", "court": "St Albans"}
    done(apply_to_court_for_bail, last, met=MET, why="Accounts abroad", **court)
    with pytest.raises(Refused, match="Applied already"):
        done(apply_to_court_for_bail, last, met=MET, why="Again", **court)
    decided = datetime(2027, 8, 27, 10, tzinfo=UTC)
    done(court_decided_bail, decided, granted=True, why="Complex", **court)
    assert (Bail.objects.get().rung, Bail.objects.get().ends_on) == ("court", date(2027, 11, 20))
    with pytest.raises(Refused, match="No application is waiting"):
        done(court_decided_bail, decided, granted=True, why="Complex", **court)


def test_a_court_that_refuses_after_the_end_ends_bail(evening: Evening) -> None:
    bail = extend(evening, bailed(evening))
    may = datetime(2027, 5, 10, 10, tzinfo=UTC)
    bail = extend(evening, bail, to="superintendent", at=may, by=evening.acting("superintendent"))
    court = {"by": evening.acting("superintendent"), "bail": bail.pk, "rung": "court", "court": "St Albans"}
    done(apply_to_court_for_bail, datetime(2027, 8, 20, 10, tzinfo=UTC), met=MET, why="Accounts", **court)
    done(court_decided_bail, datetime(2027, 8, 27, 10, tzinfo=UTC), granted=False, why="Not diligent", **court)
    assert Bail.objects.get().outcome == "court_refused"


def test_varied_cancelled_and_then_over(evening: Evening) -> None:
    bail, by = bailed(evening), evening.acting("custody_officer")
    with pytest.raises(Refused, match="Seek the victim's views"):
        done(vary_bail, FEBRUARY, by=by, bail=bail.pk, conditions=["Curfew"], why="Moved away")
    done(vary_bail, FEBRUARY, by=by, bail=bail.pk, conditions=["Curfew"], why="Moved away", views_sought=True)
    assert Bail.objects.get().conditions == ["Curfew"]
    done(end_bail, FEBRUARY, by=by, bail=bail.pk, outcome="cancelled", why="Evidence fell away")
    assert promise(bail.ref, "custody.bail_end").state == State.KEPT
    with pytest.raises(Refused, match="This bail ended"):
        done(end_bail, FEBRUARY, by=by, bail=bail.pk, outcome="cancelled", why="Again")


def test_answering_bail_goes_on_with_the_clock(evening: Evening) -> None:
    bail, by = bailed(evening), evening.acting("custody_officer")
    back = done(answer_bail, FEBRUARY, by=by, bail=bail.pk, suite=evening.hatfield.pk, breach=False)
    found = Detention.objects.get(pk=back)
    held = NIGHT - (TEN + 45 * MINUTE)
    assert found.limit_at == FEBRUARY + 24 * HOUR - held
    assert Bail.objects.get().outcome == "answered"


def test_arrested_for_breach_the_first_three_hours_are_free(evening: Evening) -> None:
    bail, by = bailed(evening), evening.acting("custody_officer")
    back = done(answer_bail, FEBRUARY, by=by, bail=bail.pk, suite=evening.hatfield.pk, breach=True)
    held = NIGHT - (TEN + 45 * MINUTE)
    assert Detention.objects.get(pk=back).limit_at == FEBRUARY + 27 * HOUR - held


def test_bailed_again_the_period_is_still_that_of_the_arrest(evening: Evening) -> None:
    bail, by = extend(evening, bailed(evening)), evening.acting("custody_officer")
    may = datetime(2027, 5, 10, 10, tzinfo=UTC)
    back = done(answer_bail, may, by=by, bail=bail.pk, suite=evening.hatfield.pk, breach=False)
    done(grant_bail, may + HOUR, by=by, detention=back, until=date(2027, 5, 20))
    again = Bail.objects.get(ended_at=None)
    assert (again.rung, again.ends_on) == ("inspector", date(2027, 5, 20))


def test_one_arrest_arrives_once(evening: Evening) -> None:
    bail, by = bailed(evening), evening.acting("custody_officer")
    with pytest.raises(Refused, match="they come back on bail"):
        done(arrive, FEBRUARY, by=by, arrest=bail.arrest_id, suite=evening.hatfield.pk)


def test_under_investigation_a_supervisor_looks_every_28_days(evening: Evening) -> None:
    released(evening, Disposal.UNDER_INVESTIGATION, "Phones to be read")
    under, by = Investigation.objects.get(), inspector(evening)
    assert promise(under.ref, "custody.investigation_review").due_at == datetime(2026, 12, 20, tzinfo=UTC)
    december = datetime(2026, 12, 10, 10, tzinfo=UTC)
    with pytest.raises(Refused, match="Write what is left"):
        done(review_investigation, december, by=by, investigation=under.pk, words=" ")
    done(review_investigation, december, by=by, investigation=under.pk, words="Phone results chased", n=1)
    assert Investigation.objects.get().review_due_at == datetime(2027, 1, 8, tzinfo=UTC)
    with pytest.raises(Refused, match="done meanwhile"):
        done(review_investigation, december, by=by, investigation=under.pk, words="The same", n=1)
    done(end_investigation, december, by=by, investigation=under.pk, outcome="no_further_action", words="No evidence")
    with pytest.raises(Refused, match="This ended"):
        done(end_investigation, december, by=by, investigation=under.pk, outcome="charged", words="Again")


def test_a_charged_person_is_not_released_under_investigation(evening: Evening) -> None:
    found = evening.held()
    Detention.objects.filter(pk=found.pk).update(charged_at=NIGHT)
    with pytest.raises(Refused, match="is charged"):
        done(release_under_investigation, NIGHT, by=evening.acting("custody_officer"), detention=found.pk)
    assert not Investigation.objects.exists()
