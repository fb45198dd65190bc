"""De-arrest by page: before a station with words why, not after one."""

from django.test import Client

from bluelamp.custody.models import Arrest, CustodyOf
from tests.custody.evening import MINUTE, TEN, Evening
from tests.journeys.street import Street


def test_on_the_way_with_a_reason(evening: Evening, client: Client) -> None:
    street, pk = Street(evening, client), evening.arrest()
    path = f"/arrest/{pk}/de-arrest/"
    assert path.encode() in street.open("response_officer", f"/arrest/{pk}/suite/").content
    assert street.send("response_officer", path, why=" ").status_code == 422
    assert street.send("response_officer", path, at=TEN + 9 * MINUTE, why="His brother admits it").status_code == 303
    assert Arrest.objects.get().dearrested_at == TEN + 9 * MINUTE
    assert CustodyOf.objects.get().during.upper == TEN + 9 * MINUTE
    assert b"De-arrested" in street.open("response_officer", path).content


def test_at_a_station_the_custody_officer_decides(evening: Evening, client: Client) -> None:
    found = evening.arrived()
    sent = Street(evening, client).send("response_officer", f"/arrest/{found.arrest_id}/de-arrest/", why="No grounds")
    assert sent.status_code == 422
    assert b"custody officer decides" in sent.content
    assert Arrest.objects.get().dearrested_at is None
