"""A risk assessment done again: each question, and one that somebody wrote meanwhile."""

import pytest
from django.test import Client

from bluelamp.custody.models import Detention, RiskAssessment
from bluelamp.custody.rules.risk import QUESTIONS
from tests.custody.desk import Desk
from tests.custody.evening import HOUR, TEN, Evening

NOW = TEN + 2 * HOUR
WHOLE = {**dict.fromkeys(QUESTIONS, "none"), "observation": "Calm", "occasion": "change", "n": 1}


@pytest.fixture
def desk(evening: Evening, client: Client) -> Desk:
    return Desk(evening, client)


def test_marks_come_from_what_is_known(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    given = {**WHOLE, "self_harm": "known", "self_harm_words": "In March", "marked": "Epilepsy, Diabetes"}
    assert desk.send("custody_officer", f"/custody/{found.pk}/risk/", **given).status_code == 303
    assert Detention.objects.get(pk=found.pk).risk_marks == ["Epilepsy", "Diabetes", "Self-harm"]
    assert b"Risk assessment 2" in desk.open("custody_officer", f"/custody/{found.pk}/risk/").content


def test_the_second_reads_what_the_first_wrote(evening: Evening, desk: Desk) -> None:
    path = f"/custody/{evening.held().pk}/risk/"
    assert desk.send("custody_officer", path, **WHOLE).status_code == 303
    late = desk.send("custody_officer", path, **WHOLE)
    assert late.status_code == 422
    assert b"Risk assessment 1 was written meanwhile" in late.content
    assert RiskAssessment.objects.count() == 1


def test_nothing_answered_is_refused(evening: Evening, desk: Desk) -> None:
    sent = desk.send("custody_officer", f"/custody/{evening.held().pk}/risk/", occasion="charge", n=1)
    assert b"Answer the questions first" in sent.content
