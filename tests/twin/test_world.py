"""A borough at work: the same seed gives the same day, fewer units make it worse, nothing is refused."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection, transaction

from bluelamp import clock
from bluelamp.custody.models import Advice, Called, Detention
from bluelamp.insight.figures import Figures, figures
from bluelamp.ledger.models import Entry
from bluelamp.ledger.verifying import verify
from bluelamp.twin import called_people, suite_care
from bluelamp.twin.running import Running
from tests.twin.conftest import SINCE

HOURS = 5


class Undone(Exception):
    """Leaves the transaction so that the next run begins from nothing."""


def played(hours_of: Callable[..., Running], **how: object) -> tuple[Figures, Running]:
    """The figures of some hours, and everything undone again."""
    until = SINCE + timedelta(hours=HOURS)
    try:
        with transaction.atomic():
            run = hours_of(HOURS, **how)
            with clock.set_to(until):
                found = figures(SINCE, until)
            raise Undone
    except Undone:
        return found, run


def test_the_same_seed_gives_the_same_figures(hours_of: Callable[..., Running]) -> None:
    first, run = played(hours_of)
    again, _ = played(hours_of)
    assert again == first
    assert sum(first.incidents.values()) > 10
    assert not run.refusals


def test_another_seed_gives_another_day(hours_of: Callable[..., Running]) -> None:
    assert played(hours_of, seed="one")[0] != played(hours_of, seed="two")[0]


def test_half_the_units_attend_visibly_worse(hours_of: Callable[..., Running]) -> None:
    def in_time(share: float) -> float:
        attended = played(hours_of, units_share=share)[0].attended
        both = attended["G1"] + attended["G2"]
        return both.part / both.of

    assert in_time(0.5) < in_time(1.0) - 0.05


def test_what_is_written_verifies(hours_of: Callable[..., Running]) -> None:
    hours_of(1)
    report = verify(connection)
    assert report.sound
    assert report.entries > 300


@pytest.mark.parametrize(
    "event",
    ["calls.incident_logged", "dispatch.at_scene", "custody.authorised"],
)
def test_the_thread_is_walked(hours_of: Callable[..., Running], event: str) -> None:
    hours_of(2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_entry WHERE event = %s", [event])
        assert cursor.fetchone()[0] > 0


def test_the_boroughs_own_are_assessed_planned_for_and_visited(hours_of: Callable[..., Running]) -> None:
    run = hours_of(2)
    taken = Detention.objects.filter(authorised_at__isnull=False, released_at=None).order_by("pk")[0]
    taken.of_the_borough = True
    taken.save(update_fields=["of_the_borough"])
    run.at(run.now, suite_care.take_in, taken.pk, taken.suite.key)
    run.later(timedelta(minutes=40), suite_care.interview, taken.pk, taken.suite.key)  # before the night's rest
    run.run(run.now + timedelta(hours=9))
    found = set(Entry.objects.filter(record=taken.ref).values_list("event", flat=True))
    assert found >= {"custody.right_told", "custody.risk_assessed", "custody.care_planned", "custody.visited"}
    assert found >= {"custody.searched", "custody.property_taken", "custody.interview_out", "custody.interview_back"}
    assert not run.refusals


@pytest.mark.parametrize("kind", list(called_people.WHO))
def test_who_is_called_comes_and_only_a_childs_adult_stays(
    hours_of: Callable[..., Running], kind: called_people.Kind
) -> None:
    run = hours_of(2)
    held = Detention.objects.filter(authorised_at__isnull=False, released_at=None).order_by("pk")[0]
    called_people.summon(run, held.pk, held.suite.key, kind)
    run.run(run.now + timedelta(hours=8))
    one = Called.objects.get(detention=held, kind=kind)
    assert one.arrived_at
    assert (one.ended_at is None) == (kind is called_people.Kind.ADULT)
    assert Advice.objects.filter(detention=held).exists() == (kind is called_people.Kind.HEALTHCARE)
    assert not run.refusals
