"""A unit on its page: crewed from duty, at a meal, stood down; and then on the live board."""

from datetime import timedelta

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.dispatch.actions.assigning import assign
from bluelamp.dispatch.models import Unit, UnitCrew
from bluelamp.dispatch.rules.unit_status import Status
from bluelamp.duty.actions.tours import book_on
from bluelamp.places.models import Team
from tests.street import MINUTE, a_unit, an_incident, an_officer, who

HOUR = 60 * MINUTE
pytestmark = pytest.mark.django_db


@pytest.fixture
def winter(client: Client, borough: None) -> Client:
    client.force_login(an_officer("winter", "dispatcher"))
    return client


@pytest.fixture
def empty(borough: None) -> Unit:
    at = clock.now() - HOUR
    place = {"base_lon": -0.28, "base_lat": 51.66, "lon": -0.28, "lat": 51.66}
    return Unit.objects.create(call_sign="43", kind="response", positioned_at=at, status_since=at, **place)


def booked_on(name: str, hours: int) -> int:
    officer, at = an_officer(name, "response_officer", rank="constable"), clock.now() - HOUR
    with clock.set_to(at):
        team = Team.objects.get(key="response").pk
        book_on(by=who("desk", "duty_planner"), at=at, officer=officer.pk, team=team, until=at + hours * HOUR)
    return officer.pk


def test_nobody_on_duty_says_so_and_where_to_book_somebody_on(winter: Client, empty: Unit) -> None:
    page = winter.get(f"/units/{empty.pk}/").content.decode()
    assert "Nobody who is booked on is without a unit." in page
    assert "/duty/booking/" in page


def test_a_crew_from_those_on_duty_is_on_the_board_until_the_first_goes_off(winter: Client, empty: Unit) -> None:
    lowe, dunn = booked_on("lowe", 3), booked_on("dunn", 8)
    an_officer("off")
    page = winter.get(f"/units/{empty.pk}/").content.decode()
    assert "Lowe" in page
    assert "Off," not in page
    answer = winter.post(f"/units/{empty.pk}/", {"officers": [lowe, dunn], "until": ""})
    assert answer.status_code == 303
    empty.refresh_from_db()
    assert empty.status == Status.FREE
    assert {one.officer_id for one in UnitCrew.objects.all()} == {lowe, dunn}
    left = UnitCrew.objects.first().during.upper - clock.now()
    assert timedelta(hours=1, minutes=59) < left <= 2 * HOUR
    assert "Lowe, Dunn" in winter.get("/board/").content.decode()


def test_nobody_chosen_and_somebody_off_duty_are_refused_in_words(winter: Client, empty: Unit) -> None:
    booked_on("lowe", 8)
    stranger = an_officer("off")
    for chosen in ([], [stranger.pk]):
        answer = winter.post(f"/units/{empty.pk}/", {"officers": chosen})
        assert answer.status_code == 422
        assert answer.context["form"].errors["officers"]
    assert not UnitCrew.objects.exists()


def test_a_unit_whose_crew_went_off_is_crewed_again_at_once(winter: Client, borough: None) -> None:
    unit = a_unit(who("all"), moment=clock.now() - 9 * HOUR)
    assert unit.status == Status.FREE
    lowe = booked_on("lowe", 8)
    assert "Crew 43" in winter.get(f"/units/{unit.pk}/").content.decode()
    assert winter.post(f"/units/{unit.pk}/", {"officers": [lowe]}).status_code == 303
    assert [one.officer_id for one in UnitCrew.objects.filter(during__contains=clock.now())] == [lowe]


def test_a_meal_is_said_on_the_board_and_over_again(winter: Client, borough: None) -> None:
    unit = a_unit(who("all"), moment=clock.now() - HOUR)
    winter.post(f"/units/{unit.pk}/", {"status": "not_available", "words": "meal"})
    assert "meal" in winter.get("/board/").content.decode()
    assert "meal" in winter.get(f"/units/{unit.pk}/").content.decode()
    winter.post(f"/units/{unit.pk}/", {"status": "free", "words": ""})
    unit.refresh_from_db()
    assert unit.status == Status.FREE


def test_standing_down_ends_the_crew(winter: Client, borough: None) -> None:
    unit = a_unit(who("all"), moment=clock.now() - HOUR)
    assert winter.post(f"/units/{unit.pk}/", {"status": "off_duty"}).status_code == 303
    assert not UnitCrew.objects.filter(during__contains=clock.now() + MINUTE).exists()
    assert "Crew 43" in winter.get(f"/units/{unit.pk}/").content.decode()


def test_a_unit_at_work_offers_nothing_and_takes_nothing(winter: Client, borough: None) -> None:
    by = who("all")
    unit, made = a_unit(by, moment=clock.now() - HOUR), an_incident(by, clock.now() - 5 * MINUTE)
    assign(by=by, at=clock.now(), unit=unit.pk, incident=made.pk, drive_seconds=300)
    assert "once it is clear" in winter.get(f"/units/{unit.pk}/").content.decode()
    answer = winter.post(f"/units/{unit.pk}/", {"status": "off_duty"})
    assert answer.status_code == 422
    unit.refresh_from_db()
    assert unit.status == Status.ASSIGNED
