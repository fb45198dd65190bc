"""The feed: takes up what is open, keeps something ringing, and leaves alone what a person has touched."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.access.actions.enrolling import enrol
from bluelamp.access.roles import capabilities_of
from bluelamp.calls.actions.incidents import add_line
from bluelamp.calls.models import Contact, Incident
from bluelamp.dispatch.models import Assignment
from bluelamp.twin import street
from bluelamp.twin.cast import SETTING_UP, key_of
from bluelamp.twin.feeding import beat, feed, taken_up
from bluelamp.twin.running import Running
from tests.twin.conftest import SINCE

LATER = SINCE + timedelta(hours=2)


def a_person() -> Acting:
    made = enrol(user_name="person", name="P. Erson", is_demonstration=True, by=SETTING_UP, at=SINCE)
    may = capabilities_of(["dispatcher"])
    return Acting(ref=made, name="P. Erson", officer_id=key_of(made), capabilities=may)


def test_takes_up_what_is_open_and_keeps_something_ringing(hours_of: Callable[..., Running]) -> None:
    hours_of(2)
    moved = Assignment.objects.filter(clear_at=None).count()
    with clock.set_to(LATER):
        run = taken_up(LATER)
        beat(run, LATER)
        assert Contact.objects.filter(answered_at=None, abandoned_at=None).exists()
    assert run.jobs.keys() >= set(Incident.objects.filter(state="open").exclude(grade="").values_list("pk", flat=True))
    assert moved
    until = LATER + timedelta(hours=1)
    while run.heap[0][0] < until:
        run.step(run.heap[0][0])
    assert Assignment.objects.filter(clear_at__gt=LATER).exists()
    assert Incident.objects.filter(created_at__gt=LATER).exists()


def test_what_a_person_has_touched_is_left_alone_for_a_while(hours_of: Callable[..., Running]) -> None:
    hours_of(2)
    with clock.set_to(LATER):
        run = taken_up(LATER)
    live = Assignment.objects.filter(clear_at=None, at_scene_at__isnull=False).first()
    assert live is not None
    incident, unit = f"incident:{live.incident_id}", f"unit:{live.unit_id}"
    assert run.mine(incident, unit)
    with clock.set_to(LATER):
        add_line(by=a_person(), at=LATER, incident=live.incident_id, line="Mine: leave it to me.")
    assert not run.mine(incident)
    assert run.mine(unit)
    run.now = LATER + timedelta(minutes=31)
    assert run.mine(incident)


def test_a_unit_that_a_person_works_with_is_not_cleared(hours_of: Callable[..., Running]) -> None:
    hours_of(2)
    with clock.set_to(LATER):
        run = taken_up(LATER)
        live = Assignment.objects.filter(clear_at=None, at_scene_at__isnull=False).first()
        assert live is not None
        from bluelamp.dispatch.actions.units import report_position

        report_position(by=a_person(), at=LATER, unit=live.unit_id, lon=-0.27, lat=51.65)
        street.leave(run, live.pk)
    live.refresh_from_db()
    assert live.clear_at is None


@pytest.mark.django_db
def test_no_feed_without_a_mark() -> None:
    from threading import Event

    with pytest.raises(ValueError, match="only in a demonstration"):
        feed(Event())
