"""An arrest on its page: the questions are asked, not answered for the officer; nothing typed is lost."""

from django.test import Client
from django.utils import timezone

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.calls.models import Incident
from bluelamp.custody.models import Arrest
from bluelamp.ledger.queries import written_by
from bluelamp.people.models import Person
from tests.custody.evening import HOUR, TEN, Evening
from tests.journeys.street import Street

NOW = TEN + HOUR
GIVEN = {
    "person": "new",
    "given_names": "Józef",
    "under_18": "no",
    "offence_words": "Theft",
    "offence_code": "46",
    "tried": "either_way",
    "domestic": "no",
    "suspicion": "Seen with it by the shop",
    "need_name": "He gave none",
    "voluntary": "yes",
    "voluntary_why": "He would not wait",
}


def sent(evening: Evening, client: Client, incident: Incident, **given: str):
    evening.signed_in("response_officer", client, at=NOW)
    shown = timezone.localtime(NOW)
    when = {"arrested_at_0": f"{shown:%Y-%m-%d}", "arrested_at_1": f"{shown:%H:%M}"}
    with clock.set_to(NOW):
        return client.post(f"/incident/{incident.pk}/arrest/", {**GIVEN, **when, **given})


def test_whether_it_is_domestic_is_asked_and_not_guessed(evening: Evening, client: Client) -> None:
    incident = evening.incident()
    answer = sent(evening, client, incident, domestic="")
    assert answer.status_code == 422
    assert answer.context["form"].errors["domestic"]
    assert "Seen with it by the shop" in answer.content.decode()
    assert not Arrest.objects.exists()


def test_a_call_flagged_as_domestic_says_so_beforehand(evening: Evening, client: Client) -> None:
    incident = evening.incident()
    Incident.objects.filter(pk=incident.pk).update(qualifiers=["domestic_abuse"])
    evening.signed_in("response_officer", client, at=NOW)
    with clock.set_to(NOW):
        answer = client.get(f"/incident/{incident.pk}/arrest/")
    assert answer.context["form"]["domestic"].value() == "yes"


def test_it_is_recorded_and_a_suite_is_asked_next(evening: Evening, client: Client) -> None:
    incident = evening.incident()
    path = f"/incident/{incident.pk}/arrest/"
    assert b"You do not have to say anything" in Street(evening, client).open("response_officer", path).content
    answer = sent(evening, client, incident)
    assert answer.status_code == 303, dict(answer.context["form"].errors)
    made = Arrest.objects.get()
    assert answer["Location"] == f"/arrest/{made.pk}/suite/"
    assert made.offence_words == "Theft"
    assert made.necessity == ["name"]
    assert str(made.person.name) == "Józef"


def test_no_necessity_no_voluntary_and_no_reason_late_are_refused_at_their_fields(
    evening: Evening, client: Client
) -> None:
    incident = evening.incident()
    bare = sent(evening, client, incident, need_name="")
    assert bare.status_code == 422
    assert "at least one reason" in str(bare.context["form"].errors["need_name"])
    assert sent(evening, client, incident, voluntary="").context["form"].errors["voluntary"]
    late = sent(evening, client, incident, arrested_at_1="22:05")
    assert "Say why" in str(late.context["form"].errors["reason"])
    assert not Arrest.objects.exists()
    assert not Person.objects.exists()


def test_a_person_known_is_found_chosen_and_the_search_is_logged(evening: Evening, street: Street) -> None:
    person, incident = evening.person(), evening.incident()
    page = street.open("response_officer", f"/incident/{incident.pk}/arrest/?q=redfern")
    assert b"Callum Redfern" in page.content
    looked = written_by(evening.officer("response_officer").ref)[0]
    assert "Searched for redfern" in str(looked.words)
    answer = sent(evening, street.client, incident, person=str(person), q="redfern")
    assert answer.status_code == 303
    assert Arrest.objects.get().person_id == person


def test_a_restricted_person_is_never_offered(evening: Evening, street: Street) -> None:
    person, incident = evening.person(), evening.incident()
    owner = evening.officer("superintendent")
    Restriction.objects.create(record=f"person:{person}", owner=owner, restricted_at=TEN)
    page = street.open("response_officer", f"/incident/{incident.pk}/arrest/?q=redfern")
    assert b"Callum Redfern" not in page.content
