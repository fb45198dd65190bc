"""The auditor's report: who was shown far more than others, who opened again and again, and what the owners said."""

from datetime import timedelta

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.access.actions.looking import look
from bluelamp.access.actions.opening import open_restricted, raise_concern
from bluelamp.access.actions.restricting import restrict
from bluelamp.ledger.models import Entry
from tests.custody.evening import HOUR, TEN, Evening, done

DAY = timedelta(days=1)


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


def report(evening: Evening, client: Client) -> str:
    evening.signed_in("auditor", client, at=TEN + DAY)
    with clock.set_to(TEN + DAY):
        return client.get("/unusual-looking/").content.decode()


def test_far_more_than_others_and_every_opening_with_its_reason(evening: Evening, client: Client) -> None:
    curious, other = evening.acting("investigator", "Curious"), evening.acting("investigator", "Other")
    done(look, TEN, by=curious, page="people search", records=[f"person:{number}" for number in range(1, 40)])
    for role in ("custody_officer", "dispatcher", "response_officer"):
        done(look, TEN, by=evening.acting(role), page="people search", records=["person:1", "person:2"])
    done(look, TEN, by=other, page="people search", records=["person:1"])
    owner, inspector = evening.acting("domestic_abuse_specialist"), evening.acting("reviewing_inspector")
    done(restrict, TEN, by=owner, record="person:7", why="An officer's family", owner=owner.number)
    opened = done(open_restricted, TEN + HOUR, by=inspector, record="person:7", reason="A complaint to answer today")
    done(raise_concern, TEN + 2 * HOUR, by=owner, opening=opened, concern="There was no complaint at all")
    page = report(evening, client)
    assert "Curious" in page
    assert "Was shown 39 records in a day; usual is 2." in page
    assert "Other" not in page.partition("Opened without")[0]
    assert "A complaint to answer today" in page
    assert "There was no complaint at all" in page
    assert Entry.objects.filter(event="access.looked", facts__contains="unusual looking").exists()


def test_nothing_stands_out_in_a_quiet_force(evening: Evening, client: Client) -> None:
    page = report(evening, client)
    assert "Nothing stands out." in page
    assert "Nobody opened one." in page


def test_only_for_the_auditor(evening: Evening, client: Client) -> None:
    evening.signed_in("commander", client, at=TEN)
    with clock.set_to(TEN):
        assert client.get("/unusual-looking/").status_code == 403
