"""A warrant of further detention: asked in time, issued for its hours, extended, refused; and nothing out of order."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from bluelamp.custody.actions.applying_for_a_warrant import (
    Information,
    Sitting,
    apply_for_warrant,
    warrant_issued,
    warrant_refused,
)
from bluelamp.custody.actions.arresting import Offence
from bluelamp.custody.actions.reviewing import LiveLink, extend, review
from bluelamp.custody.models import Application, Detention
from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

ARRIVED = TEN + 45 * MINUTE
COURT = Sitting(court="St Albans Magistrates' Court")
SWORN = Information(grounds="Two phones are still to be read", necessary=True, diligent=True, copy_given=True)


def extended(evening: Evening, **facts: Any) -> Detention:
    """Held since the evening, reviewed twice, and extended to 36 hours at 20."""
    found, inspector = evening.held(**facts), evening.acting("reviewing_inspector")
    for n, hours in ((1, 6), (2, 14)):
        done(review, TEN + hours * HOUR, by=inspector, detention=found.pk, n=n, outcome="continued", words="Still")
    done(extend, TEN + 20 * HOUR, by=evening.acting("superintendent"), detention=found.pk, until=ARRIVED + 36 * HOUR,
         grounds="Interviews", representations="None", diligent=True, necessary=True, responsible=True)  # fmt: skip
    return Detention.objects.get(pk=found.pk)


def applied(evening: Evening, found: Detention, at: datetime = TEN + 30 * HOUR, **more: Any) -> None:
    facts = {"by": evening.acting("investigator"), "detention": found.pk, "sitting": COURT, "information": SWORN}
    done(apply_for_warrant, at, **{**facts, **more})


def owed(found: Detention) -> dict[str, str]:
    return {one.kind: one.state for one in for_record(found.ref)}


def test_an_extension_makes_an_application_owed_and_applying_keeps_it(evening: Evening) -> None:
    found = extended(evening)
    promise = next(one for one in for_record(found.ref) if one.kind == "custody.warrant_application")
    assert (promise.due_at, promise.state) == (ARRIVED + 36 * HOUR, State.OPEN)
    applied(evening, found)
    assert owed(found)["custody.warrant_application"] == State.KEPT


def test_issued_its_hours_run_from_issue(evening: Evening) -> None:
    found = extended(evening)
    applied(evening, found)
    by = evening.acting("investigator")
    done(warrant_issued, TEN + 32 * HOUR, by=by, detention=found.pk, hours=36)
    now = Detention.objects.get(pk=found.pk)
    assert (now.limit_at, now.warrants, now.warrant_asked_at) == (TEN + 68 * HOUR, 1, None)


def test_extended_but_never_past_96_hours(evening: Evening) -> None:
    found, by = extended(evening), evening.acting("investigator")
    applied(evening, found)
    done(warrant_issued, TEN + 32 * HOUR, by=by, detention=found.pk, hours=36)
    applied(evening, found, TEN + 66 * HOUR)
    with pytest.raises(Refused, match="96 h of counted time"):
        done(warrant_issued, TEN + 67 * HOUR, by=by, detention=found.pk, hours=36)
    done(warrant_issued, TEN + 67 * HOUR, by=by, detention=found.pk, hours=24)
    assert Detention.objects.get(pk=found.pk).limit_at == TEN + 91 * HOUR
    assert [each.extends for each in Application.objects.all()] == [False, True]


def test_refused_again_only_with_new_evidence(evening: Evening) -> None:
    found, by = extended(evening), evening.acting("investigator")
    applied(evening, found)
    done(warrant_refused, TEN + 31 * HOUR, by=by, detention=found.pk, words="Not diligent enough")
    assert Detention.objects.get(pk=found.pk).limit_at == ARRIVED + 36 * HOUR
    with pytest.raises(Refused, match="needs new evidence"):
        applied(evening, found, TEN + 32 * HOUR)
    applied(evening, found, TEN + 32 * HOUR, information=replace(SWORN, new_evidence="A witness came forward"))
    assert Application.objects.filter(outcome="waiting").count() == 1


def test_too_late_unless_the_court_could_not_sit(evening: Evening) -> None:
    found, late = extended(evening), ARRIVED + 38 * HOUR
    with pytest.raises(Refused, match="Too late"):
        applied(evening, found, late)
    night = Sitting(court="St Albans", can_sit_by_limit=False, sits_at=ARRIVED + 39 * HOUR)
    with pytest.raises(Refused, match="not reasonable to apply before"):
        applied(evening, found, late, sitting=night)
    applied(evening, found, late, sitting=night, information=replace(SWORN, why_not_earlier="No bench at night"))
    assert Application.objects.get().why_not_earlier == "No bench at night"


def test_a_summary_offence_gets_neither_extension_nor_warrant(evening: Evening) -> None:
    summary = Offence(code="105", words="Common assault", tried="summary")
    found = evening.held(arrest=evening.arrest(offence=summary))
    with pytest.raises(Refused, match="summary only; no warrant"):
        applied(evening, found)
    with pytest.raises(Refused, match="summary only; detention cannot go beyond 24 h"):
        done(extend, TEN + 20 * HOUR, by=evening.acting("superintendent"), detention=found.pk, until=TEN + 30 * HOUR,
             grounds="x", representations="None", diligent=True, necessary=True, responsible=True)  # fmt: skip
    assert not Application.objects.exists()


def test_a_decision_needs_an_application_and_comes_after_it(evening: Evening) -> None:
    found, by = extended(evening), evening.acting("investigator")
    with pytest.raises(Refused, match="No application is waiting"):
        done(warrant_issued, TEN + 30 * HOUR, by=by, detention=found.pk, hours=24)
    applied(evening, found)
    with pytest.raises(Refused, match="decides after the application"):
        done(warrant_issued, TEN + 31 * HOUR, by=by, detention=found.pk, hours=24, issued_at=TEN + 29 * HOUR)
    with pytest.raises(Refused, match="36 h at most"):
        done(warrant_issued, TEN + 31 * HOUR, by=by, detention=found.pk, hours=37)
    with pytest.raises(Refused, match=r"Application 1 to St Albans .* was made"):
        applied(evening, found, TEN + 31 * HOUR)


def test_a_live_link_needs_advice_and_consent(evening: Evening) -> None:
    found, inspector = evening.held(), evening.acting("reviewing_inspector")
    for n, hours in ((1, 6), (2, 14)):
        done(review, TEN + hours * HOUR, by=inspector, detention=found.pk, n=n, outcome="continued", words="Still")
    asked = {"by": evening.acting("superintendent"), "detention": found.pk, "until": TEN + 30 * HOUR, "grounds": "x",
             "representations": "None", "diligent": True, "necessary": True, "responsible": True}  # fmt: skip
    with pytest.raises(Refused, match="legal advice and with consent"):
        done(extend, TEN + 20 * HOUR, live_link=LiveLink(had_legal_advice=True, consented=False), **asked)
    with pytest.raises(Refused, match="responsible for the station"):
        done(extend, TEN + 20 * HOUR, **{**asked, "responsible": False})
    done(extend, TEN + 20 * HOUR, live_link=LiveLink(had_legal_advice=True, consented=True), **asked)
    done(extend, TEN + 25 * HOUR, **{**asked, "until": TEN + 34 * HOUR})
    assert Detention.objects.get(pk=found.pk).limit_at == TEN + 34 * HOUR
