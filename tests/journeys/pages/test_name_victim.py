"""Naming a victim of any kind: what is missing or cannot be is asked for at its field, and nothing is written."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from bluelamp import clock
from bluelamp.people.models import Person
from bluelamp.victims.models import Victim
from tests.custody.evening import TEN, Evening


def sent(evening: Evening, client: Client, role: str = "response_officer", **given: Any) -> HttpResponse:
    evening.signed_in(role, client, at=TEN)
    incident = evening.incident()
    with clock.set_to(TEN):
        return client.post(f"/incident/{incident.pk}/victim/", {"given_names": "Ada", "family_name": "Quist", **given})


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"kind": "child"}, "age"),
        ({"kind": "child", "age": "18"}, "age"),
        ({"kind": "business"}, "spoken_for_by"),
        ({"kind": "bereaved"}, "lost"),
        ({"kind": "bereaved", "lost": "Her son", "died_on": "2027-01-01"}, "died_on"),
    ],
)
def test_what_is_missing_is_asked_for(evening: Evening, client: Client, given: dict[str, str], field: str) -> None:
    answer = sent(evening, client, **given)
    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not Victim.objects.exists()
    assert not Person.objects.exists()


def test_a_child_of_domestic_abuse_has_enhanced_rights(evening: Evening, client: Client) -> None:
    assert sent(evening, client, kind="child_of_abuse", age="7", spoken_for_by="Her aunt").status_code == 303
    found = Victim.objects.get()
    assert (found.kind, found.age_then, found.enhanced, found.domestic) == ("child_of_abuse", 7, True, True)


def test_left_as_it_is_they_were_harmed(evening: Evening, client: Client) -> None:
    assert sent(evening, client).status_code == 303
    assert Victim.objects.get().kind == "harmed"
