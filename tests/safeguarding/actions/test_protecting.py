"""A notice by the right rank; served, its conditions are seen at once; the court in 48 hours; a breach."""

from datetime import UTC, date, datetime

import pytest

from bluelamp.access.models import Officer
from bluelamp.deadlines.law import Law
from bluelamp.owed.models import Promise
from bluelamp.people.models import PersonWarning
from bluelamp.people.queries import warnings_of
from bluelamp.places.law_in_force import law_of
from bluelamp.places.queries import warnings_at
from bluelamp.safeguarding.actions import protecting
from bluelamp.safeguarding.actions.protecting import bring_to_court, decide_order, serve_notice, write_breach
from bluelamp.safeguarding.models import ProtectionNotice
from bluelamp.safeguarding.owed.protection import court_due, hearing_due
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, done
from tests.safeguarding.at_home import DAY, NOW


@pytest.mark.parametrize(
    ("rank", "grade", "words"),
    [("inspector", "", "needs a superintendent"), ("", "special_superintendent", "has the powers of a constable")],
)
def test_the_rank_is_regular_and_high_enough(home, rank, grade, words) -> None:
    number = home.by("superintendent").officer_id
    Officer.objects.filter(pk=number).update(regular_rank=rank, special_grade=grade)
    with pytest.raises(Refused, match=words):
        home.notice()


def test_under_the_newer_regime_an_inspector_is_enough(home, monkeypatch) -> None:
    law: Law = law_of("safeguarding").changed("protection.regime", "dapn")
    monkeypatch.setattr(protecting, "law_of", lambda _domain: law)
    Officer.objects.filter(pk=home.by("superintendent").officer_id).update(regular_rank="inspector")
    assert home.notice(violence=False).regime == "dapn"


def test_an_age_not_known_is_asked_for(home, monkeypatch) -> None:
    monkeypatch.setattr(home, "settled", lambda: type(home).settled(home, age_suspect=None))
    with pytest.raises(Refused, match="age is not known"):
        home.notice()


def test_served_on_a_friday_night_the_court_hears_it_by_monday_night(home) -> None:
    notice = home.notice(served=True)
    promise = Promise.objects.get(kind="safeguarding.hearing", record=notice.ref)
    served = NOW + HOUR  # Sat 21 Nov 00:05: 23 h 55 left of it, Sunday out, 24 h of Monday, 5 min of Tuesday
    assert promise.due_at == datetime(2026, 11, 24, 0, 5, tzinfo=UTC)
    assert served.weekday() == 5
    assert hearing_due(notice.ref, "").due == promise.due_at
    with pytest.raises(Refused, match="served already"):
        done(serve_notice, NOW + 2 * HOUR, by=home.by("response_officer"), notice=notice.pk, how="Again")


def test_the_conditions_are_on_the_person_and_the_address_from_service_to_the_end_of_the_order(home) -> None:
    notice = home.notice()
    assert not warnings_of([notice.subject_id], at=NOW + HOUR).exists()
    done(serve_notice, NOW + HOUR, by=home.by("response_officer"), notice=notice.pk, how="At the station")
    seen = [str(one.words) for one in warnings_of([notice.subject_id], at=NOW + 2 * HOUR)]
    assert len(seen) == 1
    assert "Not to contact Joanne Marlow" in seen[0]
    there = warnings_at("Flat 6", at=NOW + 2 * HOUR)
    assert "Callum Redfern must keep away" in there[0].words
    ordered = {"notice": notice.pk, "made": True, "conditions": ["Not to enter Flat 6"], "until": date(2026, 12, 7)}
    done(decide_order, NOW + 2 * DAY, by=home.by("superintendent"), **ordered)
    seen = [one.words for one in warnings_of([notice.subject_id], at=NOW + 3 * DAY)]
    assert len(seen) == 1
    assert "order: Not to enter Flat 6" in seen[0]
    assert warnings_at("Flat 6", at=datetime(2026, 12, 7, 23, 59, tzinfo=UTC))
    assert not warnings_at("Flat 6", at=datetime(2026, 12, 8, 0, 0, tzinfo=UTC))
    assert Promise.objects.get(kind="safeguarding.hearing").state == "kept"


def test_no_order_ends_the_warnings_and_an_order_has_its_length(home) -> None:
    notice, by = home.notice(served=True), home.by("superintendent")
    with pytest.raises(Refused, match="14 to 28 days"):
        done(decide_order, NOW + DAY, by=by, notice=notice.pk, made=True, conditions=["x"], until=date(2027, 3, 1))
    done(decide_order, NOW + DAY, by=by, notice=notice.pk, made=False)
    assert not warnings_of([notice.subject_id], at=NOW + 2 * DAY).exists()
    assert not warnings_at("Flat 6", at=NOW + 2 * DAY)
    assert PersonWarning.objects.count() == 1, "what was in force stays on the record"
    with pytest.raises(Refused, match="No notice or order is in force"):
        done(write_breach, NOW + 2 * DAY, by=by, notice=notice.pk, words="He rang")


def test_a_breach_with_arrest_owes_the_court_in_a_day(home) -> None:
    notice, by = home.notice(served=True), home.by("response_officer")
    arrested = NOW + 2 * HOUR
    done(write_breach, NOW + 3 * HOUR, by=by, notice=notice.pk, words="He rang her", arrested_at=arrested)
    breach = notice.breaches.get()
    promise = Promise.objects.get(kind="safeguarding.breach_court")
    assert promise.due_at == datetime(2026, 11, 23, 1, 5, tzinfo=UTC)  # Sat 01:05, Sunday out
    assert court_due(notice.ref, str(breach.pk)).due == promise.due_at
    done(bring_to_court, NOW + 30 * HOUR, by=by, breach=breach.pk)
    assert Promise.objects.get(kind="safeguarding.breach_court").state == "kept"
    with pytest.raises(Refused, match="arrest was after service"):
        done(write_breach, NOW + 3 * HOUR, by=by, notice=notice.pk, words="Before", arrested_at=NOW)


def test_not_served_there_is_nothing_to_break_or_to_decide(home) -> None:
    notice, by = home.notice(), home.by("superintendent")
    with pytest.raises(Refused, match="No notice or order is in force"):
        done(write_breach, NOW, by=by, notice=notice.pk, words="He rang")
    with pytest.raises(Refused, match="not served yet"):
        done(decide_order, NOW, by=by, notice=notice.pk, made=False)
    assert ProtectionNotice.objects.get().decided_at is None
