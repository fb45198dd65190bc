"""What one person says of themselves: asked with its purpose, kept, shown again, left out where it was left out."""

from datetime import datetime

import pytest
from django.test import Client

from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.people.actions.persons import add_person
from bluelamp.people.models import Person
from bluelamp.people.rules.unknowns import Answer


@pytest.fixture
def path(by: Acting, at: datetime) -> str:
    ref = add_person(given_names="Joanne", family_name="Marlow", by=by, at=at)
    return f"/people/{ref.partition(':')[2]}/in-their-words/"


@pytest.fixture
def browser(client: Client, by: Acting, at: datetime) -> Client:
    RoleGrant.objects.create(officer_id=by.officer_id, role="response_officer", granted_by="system:test", granted_at=at)
    client.force_login(Officer.objects.get(pk=by.officer_id))
    return client


def test_each_question_may_be_left_and_has_its_purpose(browser: Client, path: str) -> None:
    page = browser.get(path)
    assert page.status_code == 200
    assert "Ask only if the person wishes to say." in page.text
    assert page.text.count("(optional)") == 8
    assert page.text.count('<datalist id="') == 7
    assert "Equality Act 2010 s.4" in page.text


def test_kept_and_shown_again(browser: Client, path: str) -> None:
    given = {"ethnicity": "W3", "religion": "Prefer not to say", "gender_identity": "Trans woman", "sex": "female"}
    assert browser.post(path, given).status_code == 303
    found = Person.objects.get()
    assert (found.ethnicity, found.religion_answer, found.disability_answer) == ("W3", "declined", Answer.NOT_ASKED)
    form = browser.get(path).context["form"]
    assert (form["religion"].value(), form["gender_identity"].value()) == ("Prefer not to say", "Trans woman")
    again = browser.post(path, given)
    assert (again.status_code, b"Nothing is different" in again.content) == (422, True)


def test_nobody_there_and_no_way_back_to_another_site(browser: Client, path: str) -> None:
    assert browser.get("/people/999999999/in-their-words/").status_code == 404
    for back in ("https://evil.example/", "//evil.example/"):
        assert f'<a href="{back}"' not in browser.get(f"{path}?back={back}").text
    assert '<a href="/person/7/"' in browser.get(f"{path}?back=/person/7/").text
