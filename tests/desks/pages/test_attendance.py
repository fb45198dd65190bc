"""Voluntary attendance on its pages: begun at an incident, told, interviewed, left; a restricted person is veiled."""

from typing import Any

import pytest
from django.test import Client

from bluelamp import clock
from bluelamp.access.models import Restriction
from bluelamp.custody.models import VoluntaryAttendance
from tests.custody.evening import HOUR, MINUTE, TEN, Evening


@pytest.fixture
def evening(db: None) -> Evening:
    return Evening()


def ask(evening: Evening, client: Client, way: str, path: str, at=TEN, **given: Any) -> Any:
    evening.signed_in("response_officer", client, at=at)
    with clock.set_to(at):
        return getattr(client, way)(path, given)


def begun(evening: Evening, client: Client) -> VoluntaryAttendance:
    incident, person = evening.incident(), evening.person("Callum", "Redfern")
    path = f"/incident/{incident.pk}/attendance/"
    assert path.encode() in ask(evening, client, "get", f"/incident/{incident.pk}/").content
    assert b"1 found" in ask(evening, client, "get", path, q="Redfern").content
    given = {"q": "Redfern", "person": str(person), "offence_words": "Theft, shop", "place_words": "His kitchen",
             "why": "He offered"}  # fmt: skip
    open_question = ask(evening, client, "post", path, **given)
    assert open_question.context["form"].errors.keys() == {"under_18"}
    assert ask(evening, client, "post", path, under_18="no", **given).status_code == 303
    return VoluntaryAttendance.objects.get()


def test_begun_told_interviewed_left(evening: Evening, client: Client) -> None:
    made = begun(evening, client)
    path = f"/attendance/{made.pk}/"
    assert b"Free to leave at any time" in ask(evening, client, "get", path).content
    early = {"do": "interview", "interview_began_at_0": "2026-11-20", "interview_began_at_1": "22:30",
             "interview_ended_at_0": "2026-11-20", "interview_ended_at_1": "22:50",
             "recorded_on": "Disc 17"}  # fmt: skip
    refused = ask(evening, client, "post", path, at=TEN + HOUR, **early)
    assert b"Before an interview they are told that they are free to leave" in refused.content
    told = {"do": "tell", "free_to_leave": "on", "rights": "on", "advice": "declined", "vulnerable": "no"}
    assert ask(evening, client, "post", path, at=TEN + 5 * MINUTE, **told).status_code == 303
    assert ask(evening, client, "post", path, at=TEN + HOUR, **early).status_code == 303
    assert ask(evening, client, "post", path, at=TEN + HOUR, do="leave", parting="").status_code == 303
    page = ask(evening, client, "get", path, at=TEN + HOUR)
    assert b"Left of their own will" in page.content
    assert b"They left now" not in page.content


def test_a_restricted_person_is_not_shown(evening: Evening, client: Client) -> None:
    made = begun(evening, client)
    owner = evening.officer("superintendent")
    Restriction.objects.create(record=made.person.ref, owner=owner, restricted_at=TEN)
    answer = ask(evening, client, "get", f"/attendance/{made.pk}/")
    assert (answer.status_code, answer["Location"].startswith("/restricted/")) == (302, True)
