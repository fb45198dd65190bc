"""Records restricted from their first minute: to roles and to those on the case, with whom to ask until one has it."""

from typing import Any

import pytest

from bluelamp.access.actions.opening import acknowledge, open_restricted
from bluelamp.access.actions.restricting import assign, lift, name_on, restrict_by_kind, take_off
from bluelamp.access.from_the_start import restrict_from_the_start
from bluelamp.access.models import Restriction
from bluelamp.access.queries import may_see, openings_to_read, restricted_among
from bluelamp.access.rules.grounds import Ground
from bluelamp.calls.models import Incident
from bluelamp.crimes.actions.recording import record_crime
from bluelamp.custody.models import Arrest
from bluelamp.dispatch.models import Assignment, Unit, UnitCrew
from bluelamp.duty.models import Tour
from bluelamp.ledger.queries import timeline
from bluelamp.places.models import Team
from bluelamp.verdict import Refused
from bluelamp.victims.models import Victim
from tests.custody.evening import HOUR, MINUTE, TEN, Evening

WHY = "He helps with this case"


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


@pytest.fixture
def ref(evening: Evening) -> str:
    incident = evening.incident()
    found = f"domestic:{incident.pk}"
    restrict_from_the_start(
        found, {Ground.DOMESTIC}, incident=incident.pk, by=evening.acting("response_officer"), at=TEN
    )
    return found


def test_roles_and_who_wrote_it_see_it_and_others_learn_whom_to_ask_by_name(evening: Evening, ref: str) -> None:
    evening.officer("domestic_abuse_specialist", "Nia Haldane")
    assert may_see(evening.acting("response_officer"), ref).allowed
    assert may_see(evening.acting("reviewing_inspector"), ref).allowed
    words = may_see(evening.acting("response_officer", "Other"), ref).words
    assert words == "A restricted record exists. Ask a domestic abuse specialist, such as PS Nia Haldane."


def test_whom_to_ask_is_somebody_on_duty_now_where_there_is_one(evening: Evening, ref: str) -> None:
    first, second = (evening.officer("domestic_abuse_specialist", name) for name in ("Ada Birch", "Nia Haldane"))
    team = Team.objects.create(key="da", name="Domestic abuse", kind="response", strength=1)
    for officer, off_at in ((first, TEN - HOUR), (second, None)):
        during = (TEN - 4 * HOUR, TEN + 4 * HOUR)
        Tour.objects.create(officer=officer, team=team, kind="duty", during=during, booked_off_at=off_at)
    other = evening.acting("response_officer", "Other")
    assert restricted_among(other, [ref], at=TEN)[ref].ask.endswith("PS Nia Haldane")
    assert restricted_among(other, [ref], at=TEN + 5 * HOUR)[ref].ask.endswith("PS Ada Birch")


def test_whom_to_ask_is_known_in_one_statement(evening: Evening, ref: str, django_assert_num_queries: Any) -> None:
    other = evening.acting("response_officer", "Other")
    with django_assert_num_queries(1):
        assert not restricted_among(other, [ref])[ref].may_see


def test_restricted_already_it_stays_as_it_is(evening: Evening, ref: str) -> None:
    by, before = evening.acting("response_officer", "Other"), Restriction.objects.get(record=ref)
    restrict_from_the_start(ref, {Ground.SEXUAL}, incident=1, by=by, at=TEN)
    restrict_from_the_start("person:9", set(), incident=1, by=by, at=TEN)
    assert Restriction.objects.get() == before
    with pytest.raises(Refused, match="already"):
        restrict_by_kind(record=ref, grounds={Ground.SEXUAL}, incident=1, by=by, at=TEN)


@pytest.mark.parametrize("role", ["contact_handler", "dispatcher"])
def test_while_the_call_is_open_who_answers_and_sends_sees_who_is_harmed_and_not_what_was_assessed(
    evening: Evening, ref: str, role: str
) -> None:
    incident, by = Incident.objects.get(), evening.acting(role)
    harmed = evening.victim(incident)
    assert may_see(by, harmed.ref).allowed
    assert not may_see(by, ref).allowed
    Incident.objects.update(state="closed", closed_at=TEN)
    assert not may_see(by, harmed.ref).allowed


def crew_of(evening: Evening, name: str, *, sent_at: Any = TEN) -> None:
    """A unit with one officer, in it until an hour after TEN, sent to the incident of the evening."""
    here = {"lon": -0.27, "lat": 51.66, "base_lon": -0.27, "base_lat": 51.66, "positioned_at": TEN}
    unit = Unit.objects.create(call_sign=f"B {name}", kind="response", status_since=TEN, **here)
    officer = evening.officer("response_officer", name)
    UnitCrew.objects.create(unit=unit, officer=officer, during=(TEN - HOUR, TEN + HOUR))
    Assignment.objects.create(
        unit=unit, incident=Incident.objects.get(), assigned_at=sent_at, from_lon=0, from_lat=51,
        drive_seconds_expected=300,
    )  # fmt: skip


def test_a_crew_that_is_sent_is_on_the_case_and_who_left_the_unit_before_is_not(evening: Evening, ref: str) -> None:
    crew_of(evening, "Sent")
    crew_of(evening, "Gone home", sent_at=TEN + HOUR + MINUTE)
    assert may_see(evening.acting("response_officer", "Sent"), ref).allowed
    assert not may_see(evening.acting("response_officer", "Gone home"), ref).allowed


@pytest.mark.parametrize("how", ["arrests", "records the crime", "looks after the victim"])
def test_whoever_works_on_the_case_sees_it(evening: Evening, ref: str, how: str) -> None:
    incident, other = Incident.objects.get(), evening.acting("investigator")
    assert not may_see(other, ref).allowed
    if how == "arrests":
        evening.arrest(incident=incident)
        Arrest.objects.update(officer=other.officer_id)
    elif how == "records the crime":
        facts = {
            "offence_code": "8/2",
            "offence_words": "Assault",
            "category": "Other crime",
            "circumstances": "He hit her",
        }
        record_crime(by=other, at=TEN, incident=incident.pk, **facts)
    else:
        evening.victim(incident)
        Victim.objects.update(cares=other.officer_id)
    assert may_see(other, ref).allowed
    assert not may_see(evening.acting("investigator", "Another"), ref).allowed


def test_until_somebody_has_it_those_in_the_role_are_told_who_opened_it(evening: Evening, ref: str) -> None:
    Restriction.objects.update(roles=[])
    inspector, specialist = evening.acting("reviewing_inspector"), evening.acting("domestic_abuse_specialist")
    open_restricted(record=ref, reason="A complaint by the family", by=inspector, at=TEN)
    assert not openings_to_read(inspector).exists()
    told = openings_to_read(specialist).get()
    with pytest.raises(Refused, match="Only the officer"):
        acknowledge(opening=told.pk, by=inspector, at=TEN)
    officer = evening.acting("response_officer")
    assign(record=ref, owner=officer.number, by=specialist, at=TEN)
    assert not openings_to_read(specialist).exists(), "it is the new owner's to look at"
    acknowledge(opening=openings_to_read(officer).get().pk, by=officer, at=TEN)


def test_a_name_is_put_on_and_taken_off_with_a_reason_that_stays(evening: Evening, ref: str) -> None:
    specialist, other = evening.acting("domestic_abuse_specialist"), evening.officer("response_officer", "Other")
    facts = {"record": ref, "officer": other.pk, "by": specialist, "at": TEN}
    with pytest.raises(Refused, match="Say why"):
        name_on(why="work", **facts)
    with pytest.raises(Refused, match="not named"):
        take_off(why=WHY, **facts)
    name_on(why=WHY, **facts)
    assert may_see(evening.acting("response_officer", "Other"), ref).allowed
    with pytest.raises(Refused, match="already"):
        name_on(why=WHY, **facts)
    take_off(why="He left the case today", **facts)
    assert not may_see(evening.acting("response_officer", "Other"), ref).allowed
    assert timeline(ref)[0].words == {"why": "He left the case today"}
    with pytest.raises(Refused, match="Say why"):
        lift(record=ref, why=" ", by=specialist, at=TEN)
    lift(record=ref, why="It proved to be a row about noise", by=specialist, at=TEN)
    assert may_see(evening.acting("response_officer", "Other"), ref).allowed
