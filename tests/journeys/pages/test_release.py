"""The page of the way out: first which, then what that one needs."""

from typing import Any

from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import Detention, Leaving
from tests.custody.evening import HOUR, TEN, Evening
from tests.journeys.street import Street

NOON = TEN + 14 * HOUR


def page(evening: Evening, client: Client, found: Detention, way: str = "") -> str:
    with clock.set_to(NOON):
        browser = evening.signed_in("custody_officer", client, at=NOON)
        return browser.get(f"/detention/{found.pk}/release/{f'?disposal={way}' if way else ''}").content.decode()


def send(evening: Evening, client: Client, found: Detention, **given: Any) -> Any:
    with clock.set_to(NOON):
        browser = evening.signed_in("custody_officer", client, at=NOON)
        return browser.post(f"/detention/{found.pk}/release/", given)


def test_the_ways_out_are_those_that_the_record_leaves_open(evening: Evening, client: Client) -> None:
    found = evening.held()
    ways = page(evening, client, found)
    assert "Community resolution" in ways
    assert "Charged and kept for court" not in ways
    waiting = evening.arrived(person=evening.person("Jay", "Kemble"))
    undecided = page(evening, client, waiting)
    assert "De-arrested" in undecided
    assert "Bailed before charge" not in undecided


def test_only_what_the_chosen_way_needs_is_asked(evening: Evening, client: Client) -> None:
    found = evening.held()
    caution = page(evening, client, found, "CAUTION")
    assert "admits the offence" in caution
    assert "Who takes them over" not in caution
    assert "Who takes them over" in page(evening, client, found, "TRANSFERRED")
    assert "Risk assessment before release" in caution


def test_a_victim_of_domestic_abuse_is_told_first_or_it_is_said_why_not(evening: Evening, client: Client) -> None:
    incident = evening.incident()
    evening.victim(incident)
    found = evening.held(incident=incident)
    evening.assessed(found, NOON)
    given = {"disposal": "UNDER_INVESTIGATION", "property": "Given back", "words": "His telephone"}
    refused = send(evening, client, found, **given)
    assert "tell the victim before" in str(refused.context["form"].errors["victim_told"])
    assert send(evening, client, found, **given, victim_told="Rung at 11:50 by Lee Marsh").status_code == 303
    assert Leaving.objects.get().victim_told == "Rung at 11:50 by Lee Marsh"


def test_a_way_that_is_not_open_is_refused(evening: Evening, client: Client) -> None:
    found = evening.held()
    evening.assessed(found, NOON)
    refused = send(evening, client, found, disposal="CHARGED_AND_BAILED", property="Given back")
    assert refused.status_code == 422
    nothing = send(evening, client, found)
    assert nothing.status_code == 422
    assert Detention.objects.get(pk=found.pk).released_at is None


def test_what_is_missing_is_named_at_its_field_and_the_victim_is_heard_first(evening: Evening, street: Street) -> None:
    incident = evening.incident()
    evening.victim(incident)
    found, at = evening.held(incident=incident), TEN + 5 * HOUR
    path = f"/detention/{found.pk}/release/"
    shown = street.open("custody_officer", f"{path}?disposal=BAIL_WITH_CONDITIONS", at)
    assert b"Ask for their views" in shown.content
    assert b"Until the end of Sat 20 Feb 2027" in shown.content
    assert b"Charged and bailed" not in shown.content
    nothing = {"disposal": "NO_FURTHER_ACTION", "property": "Given back", "words": "Not him"}
    refused = street.send("custody_officer", path, at, **nothing)
    assert "risk assessment" in str(refused.context["form"].non_field_errors())
    assert "written notice" in str(refused.context["form"].non_field_errors())
    evening.assessed(found, at)
    given = {"property": "Given back", "disposal": "BAIL_WITH_CONDITIONS", "victim_told": "Rung at 03:00"}
    unheard = street.send("custody_officer", path, at, **given)
    assert "Seek the victim" in str(unheard.context["form"].errors["victim_views"])
    sent = street.send("custody_officer", path, at, **given, victim_views="In hospital, not to be woken")
    assert sent.status_code == 303
    assert Detention.objects.get(pk=found.pk).released_at == at
