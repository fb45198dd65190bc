"""The page of a death or serious injury: written down, referred, opened again."""

from typing import Any

from django.test import Client

from bluelamp import clock
from bluelamp.custody.models import Detention, Referral
from tests.custody.evening import HOUR, TEN, Evening

AT = TEN + 5 * HOUR
HARM = {
    "harm": "serious_injury", "happened_at_0": "2026-11-21", "happened_at_1": "03:04", "words": "Found with a ligature",
    "told": "Inspector Vale 03:05", "step": "open",
}  # fmt: skip


def test_the_page_leads_from_the_harm_to_the_referral_to_opening_it_again(evening: Evening, client: Client) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/referral/"

    def send(role: str, **given: Any) -> Any:
        with clock.set_to(AT):
            return evening.signed_in(role, client, at=AT).post(path, given)

    def see(role: str) -> str:
        with clock.set_to(AT):
            return evening.signed_in(role, client, at=AT).get(path).content.decode()

    assert "Care first" in see("custody_officer")
    assert send("custody_officer", **HARM).status_code == 303
    assert Detention.objects.get(pk=found.pk).frozen_at == AT
    assert "The IOPC&#x27;s reference" in see("custody_officer")
    assert send("custody_officer", step="send", reference="2026/1").status_code == 303
    refused = send("custody_officer", step="unfreeze", why="Copied")
    assert "superintendent" in str(refused.context["form"].errors)
    assert send("superintendent", step="unfreeze", why="Copied; he is still held").status_code == 303
    assert Detention.objects.get(pk=found.pk).frozen_at is None
    assert "Opened again" in see("superintendent")


def test_a_frozen_record_says_so_on_its_own_page_and_offers_the_referral(evening: Evening, client: Client) -> None:
    found = evening.held()
    with clock.set_to(AT):
        browser = evening.signed_in("custody_officer", client, at=AT)
        browser.post(f"/custody/{found.pk}/referral/", HARM)
        page = browser.get(f"/detention/{found.pk}/").content.decode()
    assert "Frozen: referral to the IOPC" in page
    assert "since 03:05, death or serious injury" in page
    assert "Not now: the record is frozen." in page
    assert "Send to hospital" in page
    assert "Search" not in page.split("Frozen: referral")[0]
    assert Referral.objects.count() == 1


def test_what_is_missing_is_said_and_nothing_is_frozen(evening: Evening, client: Client) -> None:
    found = evening.held()
    with clock.set_to(AT):
        browser = evening.signed_in("custody_officer", client, at=AT)
        refused = browser.post(f"/custody/{found.pk}/referral/", {**HARM, "happened_at_1": "04:00"})
    assert "still to come" in str(refused.context["form"].errors["happened_at"])
    assert not Referral.objects.exists()
