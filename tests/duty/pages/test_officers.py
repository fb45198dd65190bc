"""Everybody on the establishment, by unit, for a planner."""

from django.test import Client

from tests.duty.borough import Littleford
from tests.duty.pages.desk import Desk


def test_each_is_a_link_to_the_diary(littleford: Littleford, client: Client) -> None:
    desk = Desk(littleford, client)
    page = desk.get("/duty/officers/")
    assert page.count("/duty/officers/") >= 9
    assert f"/duty/officers/{littleford.officer('104').pk}/" in page
    assert "Response" in page
    desk.get("/duty/officers/", "response_officer", as_officer="104", status=403)
