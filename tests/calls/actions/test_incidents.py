from datetime import UTC, datetime, timedelta

import pytest

from bluelamp.calls.actions.incidents import add_line, close_incident, log_incident
from bluelamp.calls.models import Contact, Incident
from bluelamp.calls.rules.closing import Closing
from bluelamp.ledger.queries import timeline
from bluelamp.owed.queries import for_record
from bluelamp.verdict import Refused
from tests.street import MINUTE, NOON, a_ring, an_incident, at, number, who

pytestmark = pytest.mark.django_db
SAID = {"channel": "101", "kind": "Theft", "opening_code": "theft", "what": "My bike is gone."}


def log(moment: datetime, **more: object) -> Incident:
    with at(moment):
        return Incident.objects.get(pk=number(log_incident(by=who(), at=moment, **{**SAID, **more})))


def test_numbers_run_from_one_each_local_day_and_begin_anew_at_midnight() -> None:
    """Summer time: local midnight is 23:00 in UTC (C2)."""
    before = datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC)
    made = [log(moment) for moment in (before, before, before + timedelta(seconds=1))]
    assert [(one.day.isoformat(), one.serial) for one in made] == [
        ("2026-06-30", 1),
        ("2026-06-30", 2),
        ("2026-07-01", 1),
    ]
    assert made[2].number == "1 of 1 Jul 2026"


def test_a_form_sent_twice_logs_once() -> None:
    by = who()
    with at(NOON):
        one = log_incident(by=by, at=NOON, key="00000000-0000-4000-8000-000000000001", **SAID)
        two = log_incident(by=by, at=NOON, key="00000000-0000-4000-8000-000000000001", **SAID)
    assert one == two
    assert Incident.objects.count() == 1
    assert log(NOON).serial == 2, "the number of the second sending is not lost"


def test_an_incident_is_not_logged_before_it_was_received() -> None:
    with pytest.raises(Refused, match="before it was received"):
        log(NOON, received_at=NOON + MINUTE)


def test_words_are_kept_exactly_whatever_they_are() -> None:
    words = "  Ałła said «مرحبا», שלום 🙂\n" + "n" * 10_000
    made = log(NOON, what=words)
    assert timeline(made.ref)[-1].words["what"] == words


def test_a_contact_leads_to_one_incident() -> None:
    contact = a_ring(who())
    first = log(NOON, contact=contact)
    log(NOON, contact=contact)
    assert Contact.objects.get(pk=contact).incident_id == first.pk


def test_a_line_about_earlier_needs_its_reason_and_a_correction_points_back() -> None:
    by, made = who(), log(NOON)
    later = NOON + 30 * MINUTE
    with at(later):
        with pytest.raises(Refused, match="Say why"):
            add_line(by=by, at=later, incident=made.pk, line="Seen at noon", occurred_at=NOON)
        with pytest.raises(Refused, match="still to come"):
            add_line(by=by, at=later, incident=made.pk, line="Later", occurred_at=later + MINUTE)
        with pytest.raises(Refused, match="Write the words"):
            add_line(by=by, at=later, incident=made.pk, line=" ")
        add_line(by=by, at=later, incident=made.pk, line="A red bike", occurred_at=NOON, reason="Radio was down")
        wrong = timeline(made.ref)[0]
        add_line(by=by, at=later, incident=made.pk, line="A blue bike", corrects=wrong.seq)
    newest, old = timeline(made.ref)[:2]
    assert (newest.corrects, old.corrected_by) == (wrong.seq, newest.seq)


def test_closing_names_everything_left_undone_and_then_closes_once() -> None:
    by = who()
    made = an_incident(by, crime_related=True)
    undone = Closing(closing_code="crime", crime_suggested=True, units_assigned=("43",), attended=True)
    done = Closing(closing_code="crime", crime_suggested=True, crime_number="41/1/26", attended=True)
    with at(NOON + MINUTE) as moment:
        facts = {"by": by, "at": moment, "incident": made.pk, "closing_code": "crime", "result": "Nobody there"}
        with pytest.raises(Refused) as refusal:
            close_incident(left_undone=undone, **facts)
        assert len(refusal.value.verdict.reasons) == 2
        close_incident(left_undone=done, **facts)
        with pytest.raises(Refused, match="closed already"):
            close_incident(left_undone=done, **facts)


def test_a_graded_incident_owes_attendance() -> None:
    made = an_incident(who(), grade="G1")
    assert {promise.kind for promise in for_record(made.ref)} == {"calls.attend", "calls.resource"}
    assert made.attend_due_at == NOON + 15 * MINUTE
