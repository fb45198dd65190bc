from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from bluelamp import clock
from bluelamp.calls.actions.incidents import close_incident
from bluelamp.calls.models import Incident
from bluelamp.calls.rules.closing import Closing
from bluelamp.dispatch.actions.assigning import acknowledge, assign, at_scene, clear, custody_journey, en_route
from bluelamp.dispatch.actions.units import crew_unit, set_status, stand_down
from bluelamp.dispatch.models import Assignment, UnitCrew
from bluelamp.owed.queries import for_record
from bluelamp.verdict import Refused
from tests.street import MINUTE, NOON, a_unit, an_incident, at, who

KEY = "00000000-0000-4000-8000-000000000002"


def send(unit: int, incident: int, minutes: int = 0, **more: object) -> str:
    moment = NOON + minutes * MINUTE
    with at(moment):
        return assign(by=who(), at=moment, unit=unit, incident=incident, drive_seconds=240, **more)


@pytest.mark.django_db
def test_the_whole_way_from_assigned_to_clear() -> None:
    by, made = who(), an_incident(who())
    unit = a_unit(by)
    send(unit.pk, made.pk, advice_rank=1)
    for minutes, step in ((1, acknowledge), (2, en_route), (5, at_scene), (30, clear)):
        moment = NOON + minutes * MINUTE
        with at(moment):
            step(by=by, at=moment, unit=unit.pk)
    made.refresh_from_db()
    assert Assignment.objects.get().acknowledged_at == NOON + MINUTE
    assert made.first_at_scene_at == NOON + 5 * MINUTE
    assert {promise.kind: promise.state for promise in for_record(made.ref)} == {
        "calls.attend": "kept",
        "calls.resource": "kept",
    }


@pytest.mark.django_db
def test_at_scene_before_being_sent_is_refused() -> None:
    by, made = who(), an_incident(who())
    unit = a_unit(by)
    with at(NOON), pytest.raises(Refused, match="not assigned to any incident"):
        at_scene(by=by, at=NOON, unit=unit.pk)
    send(unit.pk, made.pk, 5)
    early = NOON + MINUTE
    for step in (en_route, at_scene, clear):
        with at(early), pytest.raises(Refused, match="before"):
            step(by=by, at=early, unit=unit.pk)


@pytest.mark.django_db
def test_who_travels_has_heard_it() -> None:
    by, made = who(), an_incident(who())
    unit = a_unit(by)
    send(unit.pk, made.pk)
    with at(NOON + MINUTE) as moment:
        en_route(by=by, at=moment, unit=unit.pk)
        with pytest.raises(Refused, match="cannot next be acknowledged"):
            acknowledge(by=by, at=moment, unit=unit.pk)


@pytest.mark.django_db
def test_a_unit_is_not_in_two_places() -> None:
    by = who()
    first, second, unit = an_incident(by), an_incident(by), a_unit(by)
    send(unit.pk, first.pk)
    with pytest.raises(Refused, match="assigned to this incident already"):
        send(unit.pk, first.pk)
    with at(NOON):
        at_scene(by=by, at=NOON, unit=unit.pk)
    with pytest.raises(Refused, match="at scene cannot next be assigned"):
        send(unit.pk, second.pk)


@pytest.mark.django_db
def test_a_travelling_unit_is_diverted_and_leaves_the_first_incident() -> None:
    by = who()
    first, second, unit = an_incident(by, grade="G2"), an_incident(by), a_unit(by)
    send(unit.pk, first.pk)
    send(unit.pk, second.pk, 1)
    left, now = Assignment.objects.order_by("pk")
    assert (left.incident_id, left.clear_at, now.incident_id) == (first.pk, NOON + MINUTE, second.pk)


@pytest.mark.django_db
def test_nobody_is_in_two_units() -> None:
    by = who()
    unit = a_unit(by)
    other = a_unit(by, "44")
    officer = UnitCrew.objects.filter(unit=unit).first().officer_id
    with at(NOON), pytest.raises(Refused, match="44 has a crew: stand it down first"):
        crew_unit(by=by, at=NOON, unit=other.pk, officers=[officer], until=NOON + 60 * MINUTE)
    with at(NOON):
        stand_down(by=by, at=NOON, unit=other.pk)
    with at(NOON), pytest.raises(Refused, match="in another unit in that time"):
        crew_unit(by=by, at=NOON, unit=other.pk, officers=[officer], until=NOON + 60 * MINUTE)


@pytest.mark.django_db
def test_a_form_sent_twice_sends_once() -> None:
    by = who()
    made, unit = an_incident(by), a_unit(by)
    assert send(unit.pk, made.pk, key=KEY) == send(unit.pk, made.pk, key=KEY)
    assert Assignment.objects.count() == 1


@pytest.mark.django_db
def test_a_closed_incident_takes_no_unit_and_a_busy_unit_does_not_stand_down() -> None:
    by = who()
    made, unit = an_incident(by), a_unit(by)
    send(unit.pk, made.pk)
    with at(NOON):
        for refused in (stand_down, lambda **facts: set_status(status="not_available", **facts)):
            with pytest.raises(Refused, match="clear it first"):
                refused(by=by, at=NOON, unit=unit.pk)
        with pytest.raises(Refused, match="cannot next be"):
            custody_journey(by=by, at=NOON, unit=unit.pk, suite="Hatfield")
        other, closing = an_incident(by), Closing(closing_code="crime", attended=True)
        close_incident(by=by, at=NOON, incident=other.pk, closing_code="crime", result="-", left_undone=closing)
    with pytest.raises(Refused, match="is closed"):
        send(a_unit(by, "44").pk, other.pk)


@pytest.mark.django_db(transaction=True)
def test_two_dispatchers_send_one_unit_one_wins_and_the_other_is_told() -> None:
    by = who()
    incidents = [an_incident(by) for _ in range(2)]
    unit = a_unit(by)
    ready = Barrier(2)

    def try_to(incident: Incident) -> str:
        try:
            ready.wait()
            with clock.set_to(NOON):
                assign(by=by, at=NOON, unit=unit.pk, incident=incident.pk, drive_seconds=240, seen_on="")
            return "sent"
        except Refused as refusal:
            return refusal.verdict.words
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(try_to, incidents))
    assert Assignment.objects.count() == 1
    assert sorted(answers)[1] == "sent"
    assert sorted(answers)[0].startswith("43 was sent elsewhere in the meantime")
