"""The desk books somebody on or off."""

from datetime import time

import pytest
from django.test import Client

from bluelamp.access.models import Officer
from bluelamp.deadlines.instants import local
from bluelamp.duty.models import PlannedDuty, Tour
from tests.duty.borough import DAY, MONDAY, Littleford
from tests.duty.pages.desk import Desk

TODAY = MONDAY + 9 * DAY
NOW = local(TODAY, time(7, 10))


@pytest.fixture
def desk(littleford: Littleford, client: Client) -> Desk:
    littleford.a_published_roster()
    return Desk(littleford, client, at=NOW)


def test_as_long_as_the_published_duty(desk: Desk) -> None:
    duty = PlannedDuty.objects.filter(during__contains=NOW, kind="duty").first()
    assert "Nobody is booked on." in desk.get("/duty/booking/", "dispatcher")
    assert desk.post("/duty/booking/", collar=duty.officer.collar_number, what="on", until="").status_code == 303
    tour = Tour.objects.get()
    assert (tour.officer, tour.during.upper) == (duty.officer, duty.during.upper)
    assert str(duty.officer) in desk.get("/duty/booking/")


def test_off_again_and_not_twice(desk: Desk) -> None:
    duty = PlannedDuty.objects.filter(during__contains=NOW, kind="duty").first()
    collar = duty.officer.collar_number
    desk.post("/duty/booking/", "dispatcher", collar=collar, what="on", until="")
    desk.at = NOW + DAY / 12
    assert desk.post("/duty/booking/", collar=collar, what="off", until="").status_code == 303
    assert Tour.objects.get().booked_off_at == desk.at
    again = desk.post("/duty/booking/", collar=collar, what="off", until="")
    assert again.status_code == 422
    assert "not on duty now" in again.content.decode()


def test_without_a_duty_the_desk_says_until_when(desk: Desk) -> None:
    on = PlannedDuty.objects.filter(day__in=(TODAY - DAY, TODAY), kind="duty").values("officer")
    free = Officer.objects.filter(post__unit="response").exclude(pk__in=on).first()
    sent = desk.post("/duty/booking/", "dispatcher", collar=free.collar_number, what="on", until="")
    assert sent.status_code == 422
    assert "Say until when" in str(sent.context["form"].errors["until"])
    assert desk.post("/duty/booking/", collar=free.collar_number, what="on", until="03:00").status_code == 303
    assert Tour.objects.get().during.upper == local(TODAY + DAY, time(3, 0))


def test_an_officer_books_nobody(desk: Desk) -> None:
    desk.get("/duty/booking/", "response_officer", as_officer="104", status=403)
