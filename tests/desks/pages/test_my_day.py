"""My day: what I may act on, what is mine and open, where my role takes me."""

import re

from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


def read(evening: Evening, client: Client, role: str) -> str:
    evening.signed_in(role, client, at=NOW)
    with clock.set_to(NOW):
        answer = client.get("/my-day/")
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"\s+", " ", answer.content.decode())).split())


def test_what_i_may_act_on_and_no_more(evening: Evening, client: Client) -> None:
    evening.held()
    assert "Review 1, detention of Callum Redfern" in read(evening, client, "reviewing_inspector")
    sergeant = read(evening, client, "custody_officer")
    assert "Detention of Callum Redfern ends: charge or release" in sergeant
    assert "Review 1" not in sergeant


def test_my_arrest_not_at_a_suite_yet_and_my_detention(evening: Evening, client: Client) -> None:
    evening.arrest(person=evening.person("Jay", "Kemble"), at=TEN + HOUR)
    evening.held()
    text = read(evening, client, "response_officer")
    assert "Take Jay Kemble to a suite" in text
    assert "Detention HD 1, Callum Redfern" in text
    assert "You have no record open." in read(evening, client, "investigator")


def test_links_follow_the_role(evening: Evening, client: Client) -> None:
    assert "Custody whiteboard" in read(evening, client, "custody_officer")
    administrator = read(evening, client, "administrator")
    assert "Custody whiteboard" not in administrator
    assert "Officers and roles" in administrator


def test_a_restricted_detention_is_not_named(evening: Evening, client: Client) -> None:
    found = evening.held()
    owner = evening.officer("superintendent")
    for record in (found.ref, found.person.ref):
        Restriction.objects.create(record=record, owner=owner, restricted_at=TEN)
    text = read(evening, client, "custody_officer")
    assert "Redfern" not in text
    assert "A restricted record exists" in text


def test_nothing_owed_is_said(evening: Evening, client: Client) -> None:
    assert "Nothing is owed that you may act on." in read(evening, client, "custody_officer")
