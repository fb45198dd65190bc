"""The page of papers: a PDF answers, each one is logged, and the victim's whereabouts stay out of it."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from bluelamp import clock
from bluelamp.custody.actions.disclosing import show_record
from bluelamp.custody.models import Detention, Paper
from bluelamp.paper.making import NotMade
from bluelamp.people.models import Person
from tests.custody.evening import HOUR, TEN, Evening, done

AT = TEN + 5 * HOUR
COPY = {"kind": "record", "recipient": "solicitor", "recipient_name": "Ada Finch", "why": "Asked at the desk"}


def send(evening: Evening, client: Client, found: Detention, **given: Any) -> Any:
    with clock.set_to(AT):
        browser = evening.signed_in("custody_officer", client, at=AT)
        return browser.post(f"/detention/{found.pk}/papers/", {**COPY, **given})


def test_the_paper_answers_as_a_pdf_and_its_hash_is_the_one_logged(evening: Evening, client: Client) -> None:
    import hashlib

    found = evening.held()
    sent = send(evening, client, found)
    assert sent["Content-Type"] == "application/pdf"
    assert sent["Cache-Control"] == "no-store"
    assert hashlib.sha256(sent.content).hexdigest() == Paper.objects.get().sha256
    with clock.set_to(AT):
        page = client.get(f"/detention/{found.pk}/papers/").content.decode()
    assert "Ada Finch" in page
    assert "checked by the compiler that made it" in page


def test_the_victims_address_never_reaches_the_solicitor(evening: Evening, client: Client) -> None:
    incident = evening.incident()
    victim, found = evening.victim(incident), evening.held(incident=incident)
    Person.objects.filter(pk=victim.person_id).update(home="14 Oak Road, WD6 1AA", home_answer="known")
    by = evening.acting("custody_officer")
    done(show_record, AT, by=by, detention=found.pk, who="solicitor", name="asks for 14 Oak Road")
    read = "".join(page.extract_text() for page in PdfReader(BytesIO(send(evening, client, found).content)).pages)
    assert "Oak" not in read
    assert "[withheld]" in read
    assert Paper.objects.get().withheld == 1


def test_without_a_name_or_with_the_wrong_paper_nothing_is_logged(evening: Evening, client: Client) -> None:
    found = evening.held()
    nameless = send(evening, client, found, recipient_name="")
    assert nameless.status_code == 422
    assert "Name who gets it" in str(nameless.context["form"].errors["recipient_name"])
    wrong = send(evening, client, found, kind="bail")
    assert "Nobody is bailed" in str(wrong.context["form"].errors["kind"])
    assert not Paper.objects.exists()


def test_a_paper_that_cannot_be_made_is_said_and_not_logged(
    evening: Evening, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise NotMade("no font")

    monkeypatch.setattr("bluelamp.journeys.pages.papers.printed", broken)
    found = evening.held()
    refused = send(evening, client, found)
    assert "could not be made, and nothing was logged" in str(refused.context["form"].errors)
    assert not Paper.objects.exists()
