import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bluelamp.dispatch.actions.assigning import assign, en_route
from bluelamp.dispatch.queries import advice, board_units
from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.tours import book_off, book_on
from bluelamp.duty.models import OfficerSkill, PatrolStatus
from bluelamp.duty.rules.planning import Away
from bluelamp.places.models import Team
from tests.duty.borough import SETTING_UP
from tests.street import MINUTE, NOON, a_unit, an_incident, at, who

pytestmark = pytest.mark.django_db


def test_the_street_is_read_in_one_statement_and_a_place_on_the_way_is_estimated() -> None:
    by = who()
    made, unit = an_incident(by), a_unit(by)
    a_unit(by, "44", crew=1)
    with at(NOON):
        assign(by=by, at=NOON, unit=unit.pk, incident=made.pk, drive_seconds=600)
        en_route(by=by, at=NOON, unit=unit.pk)
    with CaptureQueriesContext(
        connection,
    ) as statements:
        going, free = board_units(NOON + 5 * MINUTE)
    assert len(statements) == 1
    assert going.estimated
    assert going.point.lon == pytest.approx((unit.lon + made.lon) / 2)
    assert (len(going.crew), len(free.crew), free.assignment) == (2, 1, None)


def test_advice_ranks_by_drive_and_refuses_a_single_crew_to_a_domestic() -> None:
    by = who()
    made = an_incident(by, qualifiers=("domestic_abuse",))
    for call_sign, crew, lat in (("43", 2, 51.66), ("44", 2, 51.70), ("49", 1, 51.658)):
        a_unit(by, call_sign, crew=crew, lat=lat)
    with at(NOON):
        first, second, against = advice(made, NOON)
    assert [(one.unit.call_sign, one.rank) for one in (first, second, against)] == [("43", 1), ("44", 2), ("49", None)]
    assert against.words.startswith("Not alone")


@pytest.mark.parametrize("how", ["sick", "off"])
def test_an_accompanied_special_is_sent_nowhere_once_the_officer_beside_them_is_gone(how: str, borough: None) -> None:
    """Taken sick on duty, or booked off: the crew is who is left."""
    by, desk, later = who(), who("holt", "duty_planner", "duty_sergeant", "administrator"), NOON + 60 * MINUTE
    made, unit = an_incident(by), a_unit(by)
    special, officer = unit.crew.order_by("pk")
    PatrolStatus.objects.create(officer_id=special.officer_id, step="accompanied", since=NOON.date())
    for skill in ("officer_safety", "first_aid"):
        OfficerSkill.objects.create(officer_id=special.officer_id, skill=skill)
    with at(NOON):
        assert advice(made, NOON)[0].rank == 1
    if how == "sick":
        away = AwayDays(officer=officer.officer_id, kind=Away.SICK, first=NOON.date(), last=NOON.date())
        enter_away(away=[away], by=desk, at=NOON + 30 * MINUTE)
    else:
        team = Team.objects.filter(key="response").get().pk
        with at(NOON):
            book_on(by=SETTING_UP, at=NOON, officer=officer.officer_id, team=team, until=later + 60 * MINUTE)
        book_off(by=SETTING_UP, at=NOON + 30 * MINUTE, officer=officer.officer_id)
    with at(later):
        (alone,) = advice(made, later)
        assert alone.rank is None
        assert "may patrol only with an experienced officer" in alone.words
        assert len(board_units(later)[0].crew) == 1
