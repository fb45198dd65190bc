"""Who goes out with whom, from the published roster."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bluelamp import clock
from bluelamp.dispatch.models import Unit, UnitCrew
from bluelamp.duty.models import PatrolStatus, PlannedDuty, Post, Roster, Tour
from bluelamp.ledger.models import Entry
from bluelamp.twin import crewing
from bluelamp.twin.running import Running
from tests.twin.conftest import SINCE

EARLIES_BEGIN, LATES_BEGIN, EARLIES_END = (SINCE.replace(day=14, hour=hour) for hour in (7, 15, 16))


def on_tour(at: datetime) -> set[int]:
    return set(Tour.objects.filter(kind="duty", during__contains=at).values_list("officer_id", flat=True))


def planned(at: datetime) -> set[int]:
    rows = PlannedDuty.objects.filter(roster__state=Roster.State.PUBLISHED, kind="duty", during__contains=at)
    return set(rows.values_list("officer_id", flat=True))


def test_who_is_booked_on_is_who_the_published_roster_has_on_duty(shifts_of: Callable[[float], Running]) -> None:
    """From five on a Friday to half past three on Saturday: lates, nights, earlies, and lates beside the earlies."""
    run = shifts_of(22.6)
    for at in (SINCE, *(SINCE + timedelta(hours=n) for n in (5.5, 9, 15, 22.5))):
        assert on_tour(at) == planned(at) != set()
    assert on_tour(LATES_BEGIN) > on_tour(LATES_BEGIN - timedelta(minutes=1))
    assert not run.refusals


def test_a_tour_ends_when_the_duty_does_and_the_two_shifts_overlap(shifts_of: Callable[[float], Running]) -> None:
    shifts_of(23.2)
    of_earlies = Tour.objects.filter(during__startswith=EARLIES_BEGIN)
    assert of_earlies.exists()
    assert {tour.during.upper for tour in of_earlies} == {EARLIES_END}
    both, after = (aboard(at) for at in (LATES_BEGIN + timedelta(minutes=30), EARLIES_END + timedelta(minutes=10)))
    assert len(both.keys()) > len(after.keys()) > 0
    assert {officer for crew in after.values() for officer in crew} <= on_tour(EARLIES_END + timedelta(minutes=10))


def aboard(at: datetime) -> dict[int, set[int]]:
    """The officers in each car."""
    found: dict[int, set[int]] = {}
    for unit, officer in UnitCrew.objects.filter(during__contains=at).values_list("unit_id", "officer_id"):
        found.setdefault(unit, set()).add(officer)
    return found


def test_no_more_cars_than_assumed_and_half_of_them_for_half_the_units(shifts_of: Callable[[float], Running]) -> None:
    run = shifts_of(0.1)
    response = [one for one in crewing.crews(run, crewing.on_the_roster(SINCE)) if "41" in one.call_signs]
    run.units_share = 0.5
    fewer = [one for one in crewing.crews(run, crewing.on_the_roster(SINCE)) if "41" in one.call_signs]
    assert 3 < len(response) <= run.assumed["cars"]["response"]
    assert len(fewer) == 3


def test_a_special_goes_out_with_an_officer_and_never_speaks_for_the_car(shifts_of: Callable[[float], Running]) -> None:
    run = shifts_of(0.1)
    special = PlannedDuty.objects.filter(officer__post__is_special=True, unit="response").order_by("during").first()
    assert special is not None
    run.now = special.during.lower
    PatrolStatus.objects.update_or_create(
        officer_id=special.officer_id, defaults={"step": PatrolStatus.Step.ACCOMPANIED, "since": run.now.date()}
    )
    with clock.set_to(run.now):
        crews = crewing.crews(run, crewing.on_the_roster(run.now))
    (crew,) = [one for one in crews if special.officer_id in one.officers]
    assert crew.officers[1] == special.officer_id
    assert not Post.objects.get(officer=crew.officers[0]).is_special


def test_who_may_not_leave_the_station_is_booked_on_and_in_no_car(shifts_of: Callable[[float], Running]) -> None:
    run = shifts_of(0.1)
    one = crewing.on_the_roster(SINCE)[0]
    Post.objects.filter(officer=one.officer).update(restricted=[crewing.INSIDE])
    people = crewing.on_the_roster(SINCE)
    assert one.officer in {each.officer for each in people}
    assert one.officer not in {officer for crew in crewing.crews(run, people) for officer in crew.officers}


@pytest.mark.parametrize("kind", ["response", "neighbourhood", "roads"])
def test_cars_are_crewed_by_the_call_signs_of_their_teams(shifts_of: Callable[[float], Running], kind: str) -> None:
    shifts_of(0.1)
    out = UnitCrew.objects.filter(unit__kind=kind, during__contains=SINCE).select_related("unit")
    assert out.exists()
    for crew in out:
        post = Post.objects.select_related("team").get(officer=crew.officer_id)
        assert post.is_special or crew.unit.call_sign in post.team.call_signs


def test_everything_of_the_roster_was_done_by_actions(shifts_of: Callable[[float], Running]) -> None:
    shifts_of(0.1)
    events = set(Entry.objects.filter(event__startswith="duty.").values_list("event", flat=True))
    assert events >= {
        "duty.establishment_loaded", "duty.absence_entered", "duty.hours_offered", "duty.roster_drafted",
        "duty.unit_made", "duty.roster_published", "duty.booked_on",
    }  # fmt: skip
    assert Unit.objects.filter(call_sign="41").exists()
