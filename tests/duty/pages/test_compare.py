"""Two rosters side by side: every duty in which they differ."""

import pytest
from django.test import Client

from bluelamp.duty.actions.planning import copy
from bluelamp.duty.models import PlannedDuty
from tests.duty.borough import DAY, MONDAY, NOW, Littleford
from tests.duty.pages.desk import Desk


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    return Desk(littleford, client)


def test_what_differs_is_counted_and_listed(desk: Desk) -> None:
    roster = desk.borough.a_made_draft()
    other = int(copy(roster=roster.pk, by=desk.borough.planner, at=NOW).partition(":")[2])
    path = f"/duty/rosters/{roster.pk}/against/{other}/"
    assert "The two are the same." in desk.get(path)
    gone = PlannedDuty.objects.filter(roster=other, day=MONDAY + DAY, kind="duty")
    count, name = gone.count(), str(gone[0].officer)
    gone.delete()
    page = desk.get(path)
    assert f"{count} duties differ" in page
    assert name in page
    assert "Tue 5 Jan 2027" in page
