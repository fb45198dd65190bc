"""From the arrest to the charge through the pages, with every refusal beside its field."""

import re
from datetime import datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.cases.models import Hearing
from bluelamp.custody.actions.slots import answer_slot, ask_slot
from bluelamp.custody.models import Arrest, Detention, Slot
from bluelamp.ledger.queries import written_by
from bluelamp.people.models import Person
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

NOW = TEN + MINUTE
ARREST = {
    "person": "new", "given_names": "Callum", "family_name": "Redfern", "under_18": "no",
    "offence_words": "Assault", "offence_code": "8/2", "tried": "either_way", "domestic": "yes",
    "suspicion": "Named by her", "voluntary": "yes", "voluntary_why": "He would go back",
    "need_protect_child_or_vulnerable": "He lives with her", "arrested_at_0": "2026-11-20", "arrested_at_1": "22:05",
}  # fmt: skip


class Street:
    """Somebody with a browser on the way."""

    def __init__(self, evening: Evening, client: Client) -> None:
        self.evening, self.client = evening, client

    def open(self, role: str, path: str, at: datetime = NOW) -> HttpResponse:
        self.evening.signed_in(role, self.client, at=at)
        with clock.set_to(at):
            return self.client.get(path)

    def send(self, role: str, path: str, at: datetime = NOW, **given: Any) -> HttpResponse:
        self.evening.signed_in(role, self.client, at=at)
        with clock.set_to(at):
            return self.client.post(path, given)


@pytest.fixture
def street(evening: Evening, client: Client) -> Street:
    return Street(evening, client)


def test_a_newcomer_is_arrested_and_the_way_leads_to_the_suites(evening: Evening, street: Street) -> None:
    incident = evening.incident()
    path = f"/incident/{incident.pk}/arrest/"
    page = street.open("response_officer", path)
    assert b"You do not have to say anything" in page.content
    sent = street.send("response_officer", path, **ARREST)
    made = Arrest.objects.get()
    assert (sent.status_code, sent["Location"]) == (303, f"/arrest/{made.pk}/suite/")
    assert made.necessity == ["protect_child_or_vulnerable"]
    assert made.person.family_name == "Redfern"


def test_no_necessity_no_voluntary_and_no_reason_late_are_refused_at_their_fields(evening, street) -> None:
    path = f"/incident/{evening.incident().pk}/arrest/"
    bare = {**ARREST, "need_protect_child_or_vulnerable": ""}
    refused = street.send("response_officer", path, **bare)
    assert refused.status_code == 422
    assert "at least one reason" in str(refused.context["form"].errors["need_name"])
    silent = {key: value for key, value in ARREST.items() if key != "voluntary"}
    assert street.send("response_officer", path, **silent).context["form"].errors["voluntary"]
    late = street.send("response_officer", path, TEN + 2 * HOUR, **ARREST)
    assert "Say why" in str(late.context["form"].errors["reason"])
    assert not Person.objects.exists()


def test_a_person_known_is_found_chosen_and_the_search_is_logged(evening: Evening, street: Street) -> None:
    person, incident = evening.person(), evening.incident()
    path = f"/incident/{incident.pk}/arrest/"
    page = street.open("response_officer", f"{path}?q=redfern")
    assert b"Callum Redfern" in page.content
    looked = written_by(evening.officer("response_officer").ref)[0]
    assert "Searched for redfern" in str(looked.words)
    sent = street.send("response_officer", path, **{**ARREST, "person": str(person), "q": "redfern"})
    assert sent.status_code == 303
    assert Arrest.objects.get().person_id == person


def test_a_restricted_person_is_never_offered(evening: Evening, street: Street) -> None:
    person, incident = evening.person(), evening.incident()
    owner = evening.officer("superintendent")
    Restriction.objects.create(record=f"person:{person}", owner=owner, restricted_at=TEN)
    page = street.open("response_officer", f"/incident/{incident.pk}/arrest/?q=redfern")
    assert b"Callum Redfern" not in page.content


def test_suites_are_ranked_with_reasons_and_the_station_without_cells_is_warned_of(evening, street) -> None:
    arrest = evening.arrest(incident=evening.incident())
    path = f"/arrest/{arrest}/suite/"
    text = re.sub(r"\s+", " ", street.open("response_officer", path).content.decode())
    assert text.index("Hatfield,") < text.index("Stevenage,")
    assert "3 of 3 cells free." in text
    assert "Borehamwood police station" in text
    assert "arriving starts the 24 h clock" in text
    sent = street.send("response_officer", path, suite=evening.hatfield.pk)
    assert (sent.status_code, sent["Location"]) == (303, f"/arrest/{arrest}/set-out/")
    drive = Slot.objects.get().eta - NOW
    assert 5 * MINUTE < drive < 40 * MINUTE
    again = street.send("response_officer", path, suite=evening.hatfield.pk)
    assert b"A place is asked for already" in again.content


def test_setting_out_waits_for_the_answer(evening: Evening, street: Street) -> None:
    arrest = evening.arrest(incident=evening.incident())
    path = f"/arrest/{arrest}/set-out/"
    assert b"No suite has a place" in street.open("response_officer", path).content
    by, asked = evening.acting("response_officer"), {"arrest": arrest, "suite": evening.hatfield.pk}
    slot = done(ask_slot, NOW, by=by, eta=NOW + 20 * MINUTE, **asked)
    assert b"has not answered yet" in street.open("response_officer", path).content
    done(answer_slot, NOW, by=evening.acting("custody_officer"), slot=slot, accepted=True)
    assert b"Hatfield accepted" in street.open("response_officer", path).content


def test_arrival_may_be_earlier_with_a_reason_never_before_the_arrest(evening: Evening, street: Street) -> None:
    arrest = evening.arrest()
    path, at = f"/arrest/{arrest}/arrive/", TEN + 2 * HOUR
    given = {"suite": evening.hatfield.pk, "arrived_at_0": "2026-11-20"}
    early = street.send("custody_officer", path, at, **given, arrived_at_1="21:00", reason="Late")
    assert "before the arrest" in str(early.context["form"].errors["arrived_at"])
    bare = street.send("custody_officer", path, at, **given, arrived_at_1="22:50")
    assert "Say why" in str(bare.context["form"].errors["reason"])
    sent = street.send("custody_officer", path, at, **given, arrived_at_1="22:50", reason="Evacuated")
    found = Detention.objects.get()
    assert (sent.status_code, sent["Location"]) == (303, f"/custody/{found.pk}/book-in/")
    assert found.arrived_at == TEN + 45 * MINUTE
    other = evening.arrest(person=evening.person("Jay", "Kemble"))
    Arrest.objects.filter(pk=other).update(person=found.person)
    second = street.send("custody_officer", f"/arrest/{other}/arrive/", at, **given, arrived_at_1="22:51", reason="x")
    assert b"has an open custody record already" in second.content


CHARGE = {"offence_words": "Assault", "offence_code": "8/2", "tried": "either_way", "domestic": "yes", "plea": "gap",
          "kept": "bailed", "court": "St Albans", "on": "2026-11-30"}  # fmt: skip


def test_a_charge_needs_the_prosecutor_where_the_police_may_not_decide(evening: Evening, street: Street) -> None:
    found, at = evening.held(), TEN + 5 * HOUR
    path = f"/detention/{found.pk}/charge/"
    page = street.open("custody_officer", path, at)
    assert b"Domestic abuse: the CPS decides" in page.content
    assert b"Fri 4 Dec" in page.content
    refused = street.send("custody_officer", path, at, **CHARGE)
    assert "the CPS decides" in str(refused.context["form"].errors["prosecutor_reference"])
    late = street.send("custody_officer", path, at, **{**CHARGE, "on": "2026-12-07"}, prosecutor_reference="CPS-1")
    assert "on or before Friday 4 December" in str(late.context["form"].errors["on"])
    sent = street.send("custody_officer", path, at, **CHARGE, prosecutor_reference="CPS-1")
    assert (sent.status_code, sent["Location"]) == (303, f"/detention/{found.pk}/")
    assert Hearing.objects.count() == 1


def test_release_names_what_is_missing_at_its_field_and_hears_the_victim_first(evening, street) -> None:
    incident = evening.incident()
    evening.victim(incident)
    found, at = evening.held(incident=incident), TEN + 5 * HOUR
    path = f"/detention/{found.pk}/release/"
    page = street.open("custody_officer", f"{path}?disposal=BAIL_WITH_CONDITIONS", at)
    assert b"Ask for their views" in page.content
    assert b"Until the end of Sat 20 Feb 2027" in page.content
    assert b"Charged and bailed" not in page.content
    refused = street.send(
        "custody_officer", path, at, disposal="NO_FURTHER_ACTION", property="Given back", words="Not him"
    )
    assert "risk assessment" in str(refused.context["form"].non_field_errors())
    assert "written notice" in str(refused.context["form"].non_field_errors())
    evening.assessed(found, at)
    given = {"property": "Given back", "disposal": "BAIL_WITH_CONDITIONS", "victim_told": "Rung at 03:00"}
    unheard = street.send("custody_officer", path, at, **given)
    assert "Seek the victim" in str(unheard.context["form"].errors["victim_views"])
    sent = street.send("custody_officer", path, at, **given, victim_views="In hospital, not to be woken")
    assert sent.status_code == 303
    assert Detention.objects.get(pk=found.pk).released_at == at
