"""The page of the risk assessment before release: each refusal at its own question."""

from typing import Any

from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import Detention, PreRelease
from bluelamp.custody.rules.pre_release import QUESTIONS
from bluelamp.people.models import Person
from tests.custody.evening import HOUR, TEN, Evening

NOON = TEN + 14 * HOUR
WHOLE = {
    **{f"{code}_answer": "none" for code in QUESTIONS}, "where": "out", "way_home": "His brother",
    "victims_address": "none",
}  # fmt: skip


def send(evening: Evening, client: Client, found: Detention, **given: Any) -> Any:
    with clock.set_to(NOON):
        browser = evening.signed_in("custody_officer", client, at=NOON)
        return browser.post(f"/detention/{found.pk}/pre-release/", {**WHOLE, **given})


def test_a_whole_one_is_kept_and_leads_back_to_the_record(evening: Evening, client: Client) -> None:
    found = evening.held()
    sent = send(evening, client, found)
    assert (sent.status_code, sent["Location"]) == (303, f"/detention/{found.pk}/")
    assert PreRelease.objects.get().way_home == "His brother"


def test_nothing_is_chosen_beforehand_and_each_reason_stands_at_its_question(evening: Evening, client: Client) -> None:
    found = evening.held()
    empty = send(evening, client, found, health_answer="")
    assert "Choose" in str(empty.context["form"].errors["health_answer"])
    refused = send(evening, client, found, health_answer="known", health_words="Insulin", self_harm_answer="known")
    errors = refused.context["form"].errors
    assert "what is done about it" in str(errors["health_doing"])
    assert "Say what it is" in str(errors["self_harm_words"])
    assert not PreRelease.objects.exists()


def test_a_home_that_is_the_victims_is_said_without_the_address(evening: Evening, client: Client) -> None:
    incident = evening.incident()
    victim, found = evening.victim(incident), evening.held(incident=incident)
    homes = {"home": "14 Oak Road", "home_answer": "known"}
    Person.objects.filter(pk__in=[victim.person_id, found.person_id]).update(**homes)
    with clock.set_to(NOON):
        browser = evening.signed_in("custody_officer", client, at=NOON)
        page = browser.get(f"/detention/{found.pk}/pre-release/").content.decode()
    assert "Home is the victim" in page
    assert "Oak Road" not in page
    refused = send(evening, client, found, victims_address="known")
    assert "where they go instead" in str(refused.context["form"].errors["goes_instead"])
