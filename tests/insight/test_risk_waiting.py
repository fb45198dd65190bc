"""Domestic risk that waits: by age until it is assessed, then for a second look; and what the meetings carry."""

from datetime import date, timedelta

import pytest

from bluelamp.insight.risk_waiting import Load, waiting
from bluelamp.safeguarding.actions.meetings import undertake
from tests.custody.evening import HOUR, TEN, done
from tests.safeguarding.at_home import NOW, AtHome


@pytest.fixture
def home(db: None) -> AtHome:
    return AtHome()


@pytest.mark.parametrize(
    ("hours", "band"), [(0, "Under 4 hours"), (4, "4 to 12 hours"), (23, "12 to 24 hours"), (24, "Over 24 hours")]
)
def test_what_nobody_assessed_is_counted_by_its_age(home: AtHome, hours: int, band: str) -> None:
    home.raised(at=TEN)
    found = waiting(TEN + timedelta(hours=hours))
    assert (found.unassessed, dict(found.by_age)[band]) == (1, 1)


def test_stalking_by_a_stranger_waits_with_the_domestic_ones(home: AtHome) -> None:
    home.stalked(at=TEN - 5 * HOUR)
    home.raised(at=TEN, named=False)
    found = dict(waiting(TEN).by_age)
    assert (found["Under 4 hours"], found["4 to 12 hours"]) == (1, 1)


def test_assessed_it_waits_for_its_second_look_and_a_case_for_its_meeting(home: AtHome) -> None:
    case = home.case()
    by = home.by("domestic_abuse_specialist")
    done(undertake, NOW, by=by, case=case.pk, words="A new lock", due_on=date(2026, 12, 11), body=home.advisers().pk)
    found = waiting(NOW + HOUR)
    assert (found.unassessed, found.second_looks) == (0, 1)
    assert found.meetings == (Load(day=case.meeting.day, cases=1, undone=1),)
