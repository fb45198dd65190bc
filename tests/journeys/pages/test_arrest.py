"""An arrest on its page: the questions are asked, not answered for the officer; nothing typed is lost."""

from django.test import Client
from django.utils import timezone

from bluelamp import clock
from bluelamp.calls.models import Incident
from bluelamp.custody.models import Arrest
from tests.custody.evening import HOUR, TEN, Evening

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
    answer = sent(evening, client, evening.incident())
    assert answer.status_code == 303, dict(answer.context["form"].errors)
    made = Arrest.objects.get()
    assert answer["Location"] == f"/arrest/{made.pk}/suite/"
    assert made.offence_words == "Theft"
    assert str(made.person.name) == "Józef"


def test_no_necessity_is_refused_beside_its_boxes(evening: Evening, client: Client) -> None:
    answer = sent(evening, client, evening.incident(), need_name="")
    assert answer.status_code == 422
    assert answer.context["form"].errors["need_name"]
    assert not Arrest.objects.exists()
