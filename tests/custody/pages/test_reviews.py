"""The queue of reviews: both suites, soonest first, with what each needs."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.custody.models import Detention
from bluelamp.places.models import Suite
from tests.custody.actions.test_closing import detained
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR


@pytest.fixture
def read(evening: Evening, client: Client):
    def answer(role: str = "reviewing_inspector", query: str = "") -> str:
        evening.signed_in(role, client, at=NOW)
        with clock.set_to(NOW):
            found = client.get(f"/custody/reviews/{query}")
        assert found.status_code == 200
        return " ".join(re.sub(r"<[^>]+>", " ", found.content.decode()).split())

    return answer


def test_soonest_first_across_both_suites(evening: Evening, read) -> None:
    late = detained(evening, "Ada", "M1")
    soon = detained(evening, "Bo", "A1")
    Detention.objects.filter(pk=soon.pk).update(suite=Suite.objects.get(key="stevenage"), review_due_at=NOW + HOUR)
    detained(evening, "Cy", "M2")
    Detention.objects.filter(pk=late.pk).update(review_due_at=NOW - HOUR)
    text = read()
    assert re.findall(r"(Ada|Bo|Cy) Held", text) == ["Ada", "Bo", "Cy"]
    assert "late 1 h" in text
    assert "Stevenage A1" in text


def test_what_each_needs_and_who_may(evening: Evening, read) -> None:
    detained(evening, "Ada", "M1", waiting_for=["Appropriate adult"])
    charged = detained(evening, "Bo", "M2")
    Detention.objects.filter(pk=charged.pk).update(charged_at=TEN + HOUR)
    text = read()
    assert "Likely asleep: do not wake for it." in text
    assert "The appropriate adult is there, or is heard. Code C 15.3" in text
    assert "You may do 1 of 2" in text
    assert "After charge the custody officer reviews; this officer is not one." in text
    assert "Bo Held" not in read(query="?show=mine")
    assert "Ada Held" not in read("custody_officer", "?show=mine")


def test_a_restricted_person_is_a_number_alone(evening: Evening, read) -> None:
    held = detained(evening, "Zadie", "M1")
    Restriction.objects.create(record=held.person.ref, owner=evening.officer("superintendent"), restricted_at=TEN)
    text = read()
    assert "T Zadie A restricted record exists." in text
    assert "Zadie Held" not in text


def test_none_is_due(read) -> None:
    assert "No review is due" in read()


def test_few_statements_however_many(evening: Evening, client: Client) -> None:
    for n in range(6):
        Detention.objects.create(
            number=f"T {n}", person_id=evening.person(f"P{n}", "Held"), suite=evening.hatfield, first_station_at=TEN,
            arrived_at=TEN, relevant_time=TEN, authorised_at=TEN, review_due_at=TEN + 6 * HOUR,
        )  # fmt: skip
    evening.signed_in("reviewing_inspector", client, at=NOW)
    with clock.set_to(NOW):
        client.get("/custody/reviews/")
        with CaptureQueriesContext(connection) as sent:
            client.get("/custody/reviews/")
    assert len(sent) <= 8, [one["sql"][:90] for one in sent]
