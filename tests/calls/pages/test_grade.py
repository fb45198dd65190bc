"""A grade is decided by a person: up by anybody, down by a supervisor with a reason and THRIVE again (C14)."""

from datetime import timedelta

import pytest
from django.test import Client

from bluelamp import clock
from tests.street import MINUTE, SIX, an_incident, an_officer, who

pytestmark = pytest.mark.django_db


def signed_in(client: Client, *roles: str) -> Client:
    client.force_login(an_officer("winter", *roles))
    return client


def test_anybody_who_triages_grades_it_higher(client: Client) -> None:
    made = an_incident(who("all"), clock.now() - 5 * MINUTE, grade="G3", signs=())
    sent = signed_in(client, "contact_handler").post(
        f"/calls/incident/{made.pk}/grade/", {"grade": "G1", "reason": "He has come back"}
    )
    assert sent.status_code == 303, dict(sent.context["form"].errors)
    made.refresh_from_db()
    assert made.grade == "G1"


def test_a_lower_grade_needs_who_may_and_all_six_again(client: Client) -> None:
    made = an_incident(who("all"), clock.now() - timedelta(hours=4))
    lower = {"grade": "G3", "reason": "It was the neighbour's television"}
    handler = signed_in(client, "contact_handler").post(f"/calls/incident/{made.pk}/grade/", {**lower, **SIX})
    assert handler.status_code == 422
    client.force_login(an_officer("summer", "dispatcher"))
    assert client.post(f"/calls/incident/{made.pk}/grade/", lower).status_code == 422
    made.refresh_from_db()
    assert made.grade == "G1"
    assert client.post(f"/calls/incident/{made.pk}/grade/", {**lower, **SIX}).status_code == 303
    made.refresh_from_db()
    assert made.grade == "G3"
