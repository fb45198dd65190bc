"""A requisition as an action of its own: one case, its charges and hearing; who decides; and taking it back."""

from datetime import UTC, date, datetime

import pytest

from bluelamp.cases.models import CaseFile, Charge, Hearing, Requisition
from bluelamp.cases.queries import case_for_page, next_hearing
from bluelamp.cases.rules.court_news import News
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere
from bluelamp.journeys.actions.court_news import court_news
from bluelamp.journeys.actions.leaving import charge_detained
from bluelamp.ledger.queries import timeline
from bluelamp.people.actions.persons import add_person
from bluelamp.verdict import Refused
from tests.cases.at_court import given
from tests.cases.by_requisition import ASSAULT, COURT, HEARING, ByRequisition, Count
from tests.custody.evening import HOUR, TEN, Evening, done

DAMAGE = Count(offence=Offence(tried=TriedWhere.SUMMARY), code="CD71039", words="Criminal damage")
BURGLARY = Count(offence=Offence(tried=TriedWhere.INDICTABLE), code="TH68036", words="Aggravated burglary")


def charged_in_custody(here: ByRequisition, *, code: str = "CJ88116", at: datetime = TEN + 5 * HOUR, **more) -> int:
    found = here.evening.held(incident=here.incident, person=here.person)
    facts = {"offence": Offence(tried=TriedWhere.SUMMARY), "offence_code": code, "offence_words": "As read",
             "court": COURT, "first_hearing": date(2026, 12, 4), "plea": "gap"}  # fmt: skip
    return done(charge_detained, at, by=here.evening.acting("custody_officer"), detention=found.pk, **{**facts, **more})


def test_one_case_with_its_charges_its_hearing_and_the_day_it_is_taken_as_had(evening: Evening) -> None:
    here = ByRequisition(evening)
    case = here.sent(counts=[ASSAULT, DAMAGE])
    assert (case.person_id, case.crime_id, case.detention_id) == (here.person, here.crime.pk, None)
    assert case.officer == evening.officer("investigator")
    made = Requisition.objects.get()
    assert (made.sent_on, made.served_on) == (date(2026, 11, 20), date(2026, 11, 24))
    assert sorted(Charge.objects.values_list("offence_code", "decided_by", "crime", "requisition")) == [
        ("CD71039", "police", here.crime.pk, made.pk), ("CJ88116", "police", here.crime.pk, made.pk),
    ]  # fmt: skip
    assert (Hearing.objects.get().starts_at, Hearing.objects.get().on) == (HEARING, date(2026, 12, 18))
    said = timeline(case.ref)[0].sentence
    assert "Charged in writing, sent Fri 20 Nov 2026: Common assault; Criminal damage" in said
    assert "taken as had on Tue 24 Nov 2026" in said


def test_where_the_police_may_not_decide_for_one_charge_none_is_sent_without_a_prosecutor(evening: Evening) -> None:
    here = ByRequisition(evening)
    with pytest.raises(Refused, match="Crown Court"):
        here.sent(counts=[ASSAULT, BURGLARY])
    assert not CaseFile.objects.exists()
    here.sent(counts=[ASSAULT, BURGLARY], prosecutor_reference="CPS 4471/26")
    assert set(Charge.objects.values_list("decided_by", "prosecutor_reference")) == {("prosecutor", "CPS 4471/26")}


def test_who_may_not_and_what_is_not_whole(evening: Evening) -> None:
    here = ByRequisition(evening)
    with pytest.raises(Refused, match="may not do this"):
        here.sent(role="response_officer")
    with pytest.raises(Refused, match="Which court"):
        here.sent(court=" ")
    with pytest.raises(Refused, match="what they are charged with"):
        here.sent(counts=[])
    with pytest.raises(Refused, match="here twice"):
        here.sent(counts=[ASSAULT, ASSAULT])


def test_somebody_held_is_charged_at_the_suite(evening: Evening) -> None:
    here = ByRequisition(evening, came=False)
    evening.held(incident=here.incident, person=here.person)
    with pytest.raises(Refused, match="charged at the suite") as caught:
        here.sent(at=TEN + 2 * HOUR)
    assert caught.value.verdict.field == "person"


def test_a_child_under_ten_is_not_charged(evening: Evening) -> None:
    here = ByRequisition(evening)
    born = {"born_on": date(2017, 11, 21)}  # ten on the day after the offence
    child = done(add_person, TEN, by=evening.acting("response_officer"), given_names="Kit", family_name="Redfern",
                 answers=born)  # fmt: skip
    with pytest.raises(Refused, match="under 10"):
        here.sent(person=child)


def test_the_same_again_is_refused_and_another_offence_joins(evening: Evening) -> None:
    here = ByRequisition(evening)
    case = here.sent()
    with pytest.raises(Refused, match="already with this, by a requisition sent on Fri 20 Nov 2026"):
        here.sent(at=TEN + 2 * HOUR, counts=[DAMAGE, ASSAULT])
    assert here.sent(at=TEN + 2 * HOUR, counts=[DAMAGE]) == case
    assert (CaseFile.objects.count(), Charge.objects.count()) == (1, 2)
    assert any(f"Joined to case {case.pk}, which is open" in one.sentence for one in timeline(case.ref))


def test_a_second_victims_crime_is_another_count_in_the_same_case(evening: Evening) -> None:
    here = ByRequisition(evening)
    case, second = here.sent(), here.recorded()
    assert here.sent(at=TEN + 2 * HOUR, crime=second.pk) == case
    assert list(case.charges.order_by("pk").values_list("crime", flat=True)) == [here.crime.pk, second.pk]


def test_charged_in_custody_later_with_the_same_is_refused_and_with_more_joins(evening: Evening) -> None:
    here = ByRequisition(evening)
    case = here.sent()
    with pytest.raises(Refused, match=f"already with this, by a requisition.*case {case.pk}"):
        charged_in_custody(here)
    assert charged_in_custody(ByRequisition(evening), code="CD71039") != case.pk, "another incident, another case"
    assert CaseFile.objects.count() == 2


def test_with_more_in_custody_it_is_the_same_case_and_the_suite_is_known_in_it(evening: Evening) -> None:
    here = ByRequisition(evening)
    case = here.sent()
    assert charged_in_custody(here, code="CD71039") == case.pk
    case.refresh_from_db()
    assert (case.detention.person_id, CaseFile.objects.count()) == (here.person, 1)


def test_after_it_was_withdrawn_the_same_charged_in_custody_joins_its_case_in_words(evening: Evening) -> None:
    here = ByRequisition(evening)
    case = here.sent()
    here.withdrawn(case)
    assert charged_in_custody(here) == case.pk
    said = [one.sentence for one in timeline(case.ref)]
    assert f"Charged with more. Joined to case {case.pk}, whose requisition was withdrawn." in said
    assert next_hearing(case_for_page(case.pk), TEN) is not None


def test_charged_in_custody_first_the_same_by_requisition_is_refused(evening: Evening) -> None:
    here = ByRequisition(evening, came=False)
    number = charged_in_custody(here)
    held = CaseFile.objects.get(pk=number).detention
    held.released_at = TEN + 6 * HOUR
    with pytest.raises(Refused, match=r"under arrest now|already with this, in custody"):
        here.sent(at=TEN + 7 * HOUR, on=date(2026, 11, 21))


def test_taken_back_it_is_out_of_court_and_nothing_comes_from_there(evening: Evening) -> None:
    here = ByRequisition(evening)
    case = here.sent()
    here.withdrawn(case)
    found = case_for_page(case.pk)
    assert next_hearing(found, TEN) is None
    assert "is withdrawn: Common assault. A second look at the evidence" in timeline(case.ref)[0].sentence
    with pytest.raises(Refused, match="Nobody is charged in this case"):
        done(court_news, HEARING + HOUR, by=evening.acting("investigator"), case=case.pk, court=COURT,
             given=given(News.STOPPED, on=date(2026, 12, 18), received_at=HEARING))  # fmt: skip
    with pytest.raises(Refused, match="No requisition stands"):
        here.withdrawn(case)


def test_once_a_court_sat_on_it_the_prosecutor_stops_it_there(evening: Evening) -> None:
    here = ByRequisition(evening)
    case = here.sent()
    ahead = datetime(2027, 1, 11, 10, 0, tzinfo=UTC)
    said = given(News.HEARD, on=date(2026, 12, 18), received_at=HEARING + HOUR, next_at=ahead)
    done(court_news, HEARING + 2 * HOUR, by=evening.acting("investigator"), case=case.pk, court=COURT, given=said)
    with pytest.raises(Refused, match="written as news from the court"):
        here.withdrawn(case, at=HEARING + 3 * HOUR)
