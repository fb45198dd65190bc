"""Asking for leave: the days may be looked at first; what would be short is a warning and never stops anybody."""

from collections.abc import Iterator

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.duty.models import Absence, Roster
from tests.duty.borough import DAY, MONDAY, NOW, Littleford
from tests.duty.signing_in import browser_of

PATH = "/duty/ask-leave/"


@pytest.fixture
def dunn(littleford: Littleford) -> Iterator[Client]:
    client = browser_of(littleford, "104")
    with clock.set_to(NOW):
        yield client


def alone_on(littleford: Littleford, roster: Roster) -> str:
    """A day whose early PC 104 works alone, because the others were taken off it."""
    row = roster.duties.filter(officer=littleford.officer("104"), shift="E", kind="duty").earliest("day")
    roster.duties.filter(day=row.day, shift="E", kind="duty").exclude(pk=row.pk).delete()
    return str(row.day.isoformat())


def test_looking_writes_nothing_and_warns_of_a_gap_with_its_hours(littleford: Littleford, dunn: Client) -> None:
    day = alone_on(littleford, littleford.a_published_roster())
    page = dunn.get(PATH, {"first": day, "last": day})
    assert "Response would lack 1 of its officers" in page.content.decode()
    assert "07:00 to 15:00" in page.content.decode()
    assert len(page.context["effect"].duties) >= 1
    assert not Absence.objects.exists()
    sent = dunn.post(PATH, {"first": day, "last": day})
    assert (sent.status_code, Absence.objects.get().state) == (303, "asked")


def test_days_that_are_not_published_say_so(dunn: Client) -> None:
    page = dunn.get(PATH, {"first": "2028-01-03", "last": "2028-01-05"})
    assert page.context["effect"].unpublished == 3
    assert b"made round granted leave" in page.content


def test_days_in_the_wrong_order_are_refused_at_the_field(dunn: Client) -> None:
    days = {"first": (MONDAY + DAY).isoformat(), "last": MONDAY.isoformat()}
    assert dunn.get(PATH, days).context["asking"].errors["last"]
    sent = dunn.post(PATH, {**days})
    assert (sent.status_code, "last" in sent.context["form"].errors) == (422, True)


def test_leave_is_taken_back_once(littleford: Littleford, dunn: Client) -> None:
    dunn.post(PATH, {"first": MONDAY.isoformat(), "last": MONDAY.isoformat()})
    absence = Absence.objects.get()
    assert b"Take it back" in dunn.get(PATH).content
    assert dunn.post(PATH, {"absence": absence.pk}).status_code == 303
    absence.refresh_from_db()
    assert absence.state == "withdrawn"
    again = dunn.post(PATH, {"absence": absence.pk})
    assert (again.status_code, b"Not taken back" in again.content) == (422, True)


def test_another_ones_leave_is_not_taken_back(littleford: Littleford, dunn: Client) -> None:
    dunn.post(PATH, {"first": MONDAY.isoformat(), "last": MONDAY.isoformat()})
    other = browser_of(littleford, "105")
    assert other.post(PATH, {"absence": Absence.objects.get().pk}).status_code == 422
    assert other.post(PATH, {"absence": 999999}).status_code == 422
