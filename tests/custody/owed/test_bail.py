"""The promises of bail, of releases under investigation and of warrants, when the alarm loop asks again."""

from datetime import UTC, date, datetime
from typing import Any

from bluelamp import clock
from bluelamp.custody.actions.bailing import end_bail, grant_bail, release_under_investigation
from bluelamp.custody.actions.extending_bail import Met, extend_bail, tell_bail_result
from bluelamp.custody.actions.investigating import end_investigation, review_investigation
from bluelamp.custody.actions.pausing_bail import pause_bail
from bluelamp.custody.actions.reviewing import extend, review
from bluelamp.custody.models import Bail, Investigation
from bluelamp.custody.owed.bail import BAIL_END, BAIL_RESULT, INVESTIGATION_REVIEW
from bluelamp.custody.owed.clocks import LIMIT, REVIEW
from bluelamp.custody.owed.warrants import WARRANT
from bluelamp.owed.models import Promise
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

FEBRUARY = datetime(2027, 2, 10, 10, tzinfo=UTC)
MET = Met(suspicion=True, further_time_needed=True, diligent=True, necessary_and_proportionate=True, told_first_at=TEN)


def asked(kind: Any, record: str, slot: str = "", at: datetime = FEBRUARY) -> datetime | None:
    """When the rule, asked again, says it is due."""
    with clock.set_to(at):
        found = kind.ask(record, slot)
    return found.due if found else None


def on_bail(evening: Evening) -> Bail:
    by = evening.acting("custody_officer")
    done(grant_bail, TEN + 4 * HOUR, by=by, detention=evening.held().pk, until=date(2027, 2, 20))
    return Bail.objects.get()


def test_the_end_of_bail_is_asked_again_and_goes_with_it(evening: Evening) -> None:
    bail, by = on_bail(evening), evening.acting("custody_officer")
    assert asked(BAIL_END, bail.ref) == Promise.objects.get(kind=BAIL_END.name).due_at
    done(pause_bail, FEBRUARY, by=by, bail=bail.pk, kind="prosecutor", on=date(2027, 2, 9))
    assert asked(BAIL_END, bail.ref) is None
    done(end_bail, FEBRUARY, by=by, bail=bail.pk, outcome="cancelled", why="No grounds left")
    assert asked(BAIL_END, bail.ref) is None


def test_a_decision_is_told_once(evening: Evening) -> None:
    bail, by = on_bail(evening), evening.acting("reviewing_inspector")
    done(extend_bail, FEBRUARY, by=by, bail=bail.pk, to="inspector", met=MET, why="Phones")
    assert asked(BAIL_RESULT, bail.ref, "2") == FEBRUARY + 24 * HOUR
    assert asked(BAIL_RESULT, bail.ref, "1") is None
    done(tell_bail_result, FEBRUARY, by=by, bail=bail.pk, words="By phone")
    assert asked(BAIL_RESULT, bail.ref, "2") is None


def test_only_the_next_review_of_an_investigation_is_owed(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(release_under_investigation, TEN + 4 * HOUR, by=by, detention=found.pk)
    under = Investigation.objects.get()
    assert asked(INVESTIGATION_REVIEW, under.ref, "1") == under.review_due_at
    inspector = evening.acting("reviewing_inspector")
    done(review_investigation, FEBRUARY, by=inspector, investigation=under.pk, words="Chased")
    assert asked(INVESTIGATION_REVIEW, under.ref, "1") is None
    assert asked(INVESTIGATION_REVIEW, under.ref, "2") == datetime(2027, 3, 11, tzinfo=UTC)
    done(end_investigation, FEBRUARY, by=inspector, investigation=under.pk, outcome="charged", words="Enough")
    assert asked(INVESTIGATION_REVIEW, under.ref, "2") is None


def test_a_court_is_looked_for_only_where_detention_was_extended(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("reviewing_inspector")
    at = TEN + 20 * HOUR
    assert asked(WARRANT, found.ref, at=at) is None
    for n, hours in ((1, 6), (2, 14)):
        done(review, TEN + hours * HOUR, by=by, detention=found.pk, n=n, outcome="continued", words="Still")
    done(extend, at, by=evening.acting("superintendent"), detention=found.pk, until=TEN + 30 * HOUR, grounds="x",
         representations="None", diligent=True, necessary=True, responsible=True)  # fmt: skip
    assert asked(WARRANT, found.ref, at=at) == TEN + 45 * MINUTE + 36 * HOUR


def test_when_they_warn_is_in_the_law_data() -> None:
    assert LIMIT.warn_minutes == (720, 360, 240, 120, 60)
    assert REVIEW.warnings == (60, 30, 0)
    assert WARRANT.warn_minutes == (360,)
    assert BAIL_END.warn_minutes == (30240, 20160, 10080, 2880)
    assert INVESTIGATION_REVIEW.warn_minutes == (10080, 1440)
