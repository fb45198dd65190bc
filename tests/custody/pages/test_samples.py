"""Samples and translations written on their pages: refusals beside their fields, the words kept."""

import pytest
from django.test import Client

from bluelamp.custody.actions.arresting import Offence
from bluelamp.custody.models import Sample, Translation
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR
USUAL = {"kinds": ["fingerprints", "photograph", "non_intimate"], "of": "mouth_swab", "outcome": "taken", "told": "on"}

SUMMARY = Offence(code="125/9", words="Drunk and disorderly", tried="summary", domestic=False)


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def test_three_at_once_once_the_person_was_looked_at(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/samples/"
    assert b"Mouth swab" in desk.open("detention_officer", path).content
    sent = desk.send("detention_officer", path, **USUAL, taken_by="DO Hale")
    assert "appropriate adult there" in str(sent.context["form"].errors["adult_there"])
    assert b"DO Hale" in sent.content
    desk.send("custody_officer", f"/custody/{found.pk}/vulnerable/", vulnerable="no", words="Nothing seen")
    assert desk.send("detention_officer", path, **USUAL).status_code == 303
    assert Sample.objects.count() == 3


def test_an_intimate_sample_on_an_inspectors_authority(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    desk.send("custody_officer", f"/custody/{found.pk}/vulnerable/", vulnerable="no", words="Nothing seen")
    given = {"kinds": ["intimate"], "intimate_of": "swab", "outcome": "taken", "told": "on", "warned": "on",
             "person_consents": "on", "clinician": "on"}  # fmt: skip
    path = f"/custody/{found.pk}/samples/"
    alone = desk.send("custody_officer", path, **given)
    assert "needs an inspector or above" in str(alone.context["form"].errors["authority"])
    inspector = evening.officer("reviewing_inspector").pk
    assert desk.send("custody_officer", path, **given, authority=inspector).status_code == 303
    assert Sample.objects.get().authority_id == inspector


def test_only_what_this_person_and_this_offence_call_for_is_asked(evening: Evening, desk: Desk) -> None:
    adult, child = (
        evening.held(),
        evening.held(arrest=evening.arrest(appears_under_18=True, person=evening.person("Ty"))),
    )
    asked = [
        desk.open("custody_officer", f"/custody/{one.pk}/samples/").context["form"].fields for one in (adult, child)
    ]
    assert ["parent_consents" in fields for fields in asked] == [False, True]
    assert not any("recordable" in fields for fields in asked)
    drunk = evening.arrest(offence=SUMMARY, person=evening.person("Moe"))
    path = f"/custody/{evening.held(arrest=drunk).pk}/samples/"
    assert "recordable" in desk.open("custody_officer", path).context["form"].fields
    desk.send("custody_officer", path.replace("samples", "vulnerable"), vulnerable="no", words="Nothing seen")
    sent = desk.send("custody_officer", path, **USUAL, recordable="no")
    assert "only where the offence is recordable" in str(sent.context["form"].errors["recordable"])
    assert desk.send("custody_officer", path, **USUAL, recordable="yes").status_code == 303


def test_grounds_in_polish(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/language/"
    given = {"document": "grounds", "way": "written", "language": "Polish"}
    missing = desk.send("detention_officer", path, **given)
    assert "who translated it" in str(missing.context["form"].errors["translated_by"])
    assert desk.send("detention_officer", path, **given, translated_by="Interpreter 4471").status_code == 303
    assert Translation.objects.get().language == "Polish"
