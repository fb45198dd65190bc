"""What a requisition makes of the crime and owes each victim, from the day it was sent; each day counted by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bluelamp.cases.rules.court_news import News, Outcome
from bluelamp.crimes.models import Crime
from bluelamp.custody.models import Bail, Investigation
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.journeys.actions.court_news import court_news
from bluelamp.journeys.actions.leaving import release_detained
from bluelamp.ledger.queries import timeline
from bluelamp.owed.models import Promise
from bluelamp.verdict import Refused
from bluelamp.victims.actions.agreeing import agree_frequency
from bluelamp.victims.models import Telling
from tests.cases.at_court import given
from tests.cases.by_requisition import COURT, HEARING, ByRequisition
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done


def ends(day: date, hour: int = 0) -> datetime:
    """The end of a local day: midnight in London, 23:00 UTC of the day itself in summer time."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + (timedelta(hours=hour) if hour else timedelta(days=1))


ROWS = [
    # Friday: Mon 23 is 1; Fri 27 is 5.
    (date(2026, 11, 20), date(2026, 12, 18), ends(date(2026, 11, 23)), ends(date(2026, 11, 27))),
    # Saturday: Mon 30 is 1; Fri 4 Dec is 5.
    (date(2026, 11, 28), date(2027, 1, 8), ends(date(2026, 11, 30)), ends(date(2026, 12, 4))),
    # Christmas Eve: 25 and 28 Dec holidays, Tue 29 is 1; 30 is 2, 31 is 3, 1 Jan holiday, Mon 4 is 4, Tue 5 is 5.
    (date(2026, 12, 24), date(2027, 1, 22), ends(date(2026, 12, 29)), ends(date(2027, 1, 5))),
    # Before Good Friday: 26 and 29 Mar holidays, clocks forward on 28; Tue 30 is 1, Mon 5 Apr is 5, summer time.
    (date(2027, 3, 25), date(2027, 4, 23), ends(date(2027, 3, 30), 23), ends(date(2027, 4, 5), 23)),
    # Before the May holiday, Mon 3: Tue 4 is 1, Mon 10 is 5.
    (date(2027, 4, 30), date(2027, 5, 28), ends(date(2027, 5, 4), 23), ends(date(2027, 5, 10), 23)),
]


@pytest.mark.parametrize("days_late", [0, 3])
@pytest.mark.parametrize(("sent", "hearing", "enhanced", "standard"), ROWS)
def test_charge_and_court_date_are_owed_from_the_day_it_was_sent(
    evening: Evening, sent: date, hearing: date, enhanced: datetime, standard: datetime, days_late: int
) -> None:
    here = ByRequisition(evening, victims=2)
    other = here.victims[1]
    other.enhanced = False
    other.save(update_fields=["enhanced"])
    written = datetime(sent.year, sent.month, sent.day, 22, 30, tzinfo=UTC) + timedelta(days=days_late)
    listed = datetime(hearing.year, hearing.month, hearing.day, 10, 0, tzinfo=UTC)
    here.sent(at=written, on=sent, hearing=listed)
    for step in ("charged", "court_date"):
        found = {one.record: one.due_at for one in Promise.objects.filter(kind=f"victims.tell_{step}")}
        assert found == {here.victims[0].ref: enhanced, other.ref: standard}


def test_the_crime_has_outcome_one_and_is_open_again_once_it_is_withdrawn(evening: Evening) -> None:
    here = ByRequisition(evening)
    case = here.sent()
    crime = Crime.objects.get(pk=here.crime.pk)
    assert (crime.outcome, crime.state) == ("1", "finalised")
    here.withdrawn(case)
    crime.refresh_from_db()
    assert (crime.outcome, crime.outcome_at, crime.state) == ("", None, "open")
    said = [one.sentence for one in timeline(crime.ref)]
    assert "Outcome 1 no longer stands; the crime is open again. The requisition is withdrawn." in said
    assert any(one.startswith("Outcome 1: Charge, summons or postal requisition") for one in said), "it stays written"
    told = Telling.objects.get(victim=here.victims[0], step="not_prosecuted")
    assert told.words == "We looked again."


def test_charged_by_another_too_it_keeps_its_outcome(evening: Evening) -> None:
    here = ByRequisition(evening)
    first = here.sent()
    other = evening.person("Amir", "Redfern")
    assert here.sent(person=other) != first, "one case for each person"
    here.withdrawn(first)
    assert Crime.objects.get(pk=here.crime.pk).outcome == "1"


def test_two_of_one_day_are_told_of_each(evening: Evening) -> None:
    here = ByRequisition(evening)
    for person in (here.person, evening.person("Amir", "Redfern")):
        here.sent(at=TEN + 60 * HOUR, person=person)
    for step in ("charged", "court_date"):
        assert Telling.objects.filter(victim=here.victims[0], step=step).count() == 2


def test_nothing_is_written_where_it_is_refused(evening: Evening) -> None:
    here = ByRequisition(evening)
    with pytest.raises(Refused):
        here.sent(hearing=TEN)
    assert not Telling.objects.filter(step__in=["charged", "court_date"]).exists()
    assert Crime.objects.get(pk=here.crime.pk).outcome == ""


def released(evening: Evening, here: ByRequisition, disposal: Disposal, words: str) -> None:
    found = evening.held(incident=here.incident, person=here.person)
    evening.assessed(found, TEN + 2 * HOUR)
    closing = Closing(disposal=disposal, risk_assessed=True, way_home="By train", property_settled=True,
                      victim_views_sought=True, victim_told="Rung by PC Ash")  # fmt: skip
    done(release_detained, TEN + 3 * HOUR, by=evening.acting("custody_officer"), detention=found.pk, closing=closing,
         words=words)  # fmt: skip


def test_a_release_under_investigation_is_over_with_it(evening: Evening) -> None:
    here = ByRequisition(evening, came=False)
    released(evening, here, Disposal.UNDER_INVESTIGATION, "Phones to be read")
    here.sent(at=TEN + 20 * HOUR, on=date(2026, 11, 21))
    assert Investigation.objects.get().outcome == "charged"


@pytest.mark.parametrize(("role", "outcome"), [("custody_officer", "charged"), ("investigator", "")])
def test_bail_is_ended_by_who_may_end_it(evening: Evening, role: str, outcome: str) -> None:
    here = ByRequisition(evening, came=False)
    released(evening, here, Disposal.BAIL, "To be asked again")
    here.sent(at=TEN + 20 * HOUR, on=date(2026, 11, 21), role=role)
    assert Bail.objects.get().outcome == outcome


def test_court_news_works_on_it_from_there(evening: Evening) -> None:
    here = ByRequisition(evening)
    case = here.sent()
    had = HEARING + 6 * HOUR
    said = given(News.VERDICT, on=date(2026, 12, 18), received_at=had, outcome=Outcome.GUILTY, words="He said so.")
    done(court_news, had + MINUTE, by=evening.acting("investigator"), case=case.pk, given=said, court=COURT)
    # Friday 18 December is day 0, Monday 21 the first working day.
    assert Promise.objects.get(record=here.victims[0].ref, kind="victims.tell_verdict").due_at == ends(
        date(2026, 12, 21)
    )


def test_who_wants_to_hear_nothing_is_not_owed_it(evening: Evening) -> None:
    here = ByRequisition(evening)
    by, victim = evening.acting("victim_care_officer"), here.victims[0]
    done(agree_frequency, TEN, by=by, victim=victim.pk, frequency="nothing", words="Leave me be")
    here.sent()
    found = Telling.objects.filter(step__in=["charged", "court_date"])
    assert [one.opted_out_at is not None for one in found] == [True, True]
