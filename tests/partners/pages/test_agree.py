"""Signing an agreement."""

import pytest

from bluelamp.partners.models import Agreement
from tests.partners.bodies import Bodies

GIVEN = {
    "reference": "ISA-20", "purpose": "domestic_abuse", "gateway": "CDA 1998 s.115", "fields_agreed": ["name", "risk"],
    "begins": "2026-11-20", "ends": "2027-11-20", "for_them": "R. Amory, director",
}  # fmt: skip


@pytest.fixture
def commander(sign_in, monkeypatch):
    monkeypatch.setattr("bluelamp.access.form_page.recently_signed_in", lambda _: True)
    return sign_in("commander")


def test_signed_under_ones_own_name(there: Bodies, commander):
    assert commander.post("/partners/body/refuge/agree/", GIVEN).status_code == 303
    made = Agreement.objects.get(reference="ISA-20")
    assert (made.fields, made.signed_for_us.user_name) == (["name", "risk"], "commander")


@pytest.mark.parametrize(
    ("change", "words"),
    [({"ends": "2025-01-01"}, "must end after"), ({"reference": "ISA-7"}, "another agreement"),
     ({"fields_agreed": []}, "which fields may leave"), ({"ends": "2031-01-01"}, "1096 days"),
     ({"begins": ""}, "Enter: first day")],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(there: Bodies, commander, change, words):
    answer = commander.post("/partners/body/refuge/agree/", {**GIVEN, **change})
    assert answer.status_code == 422
    body = answer.content.decode()
    assert words in " ".join(str(one) for errors in answer.context["form"].errors.values() for one in errors)
    assert "R. Amory" in body


def test_an_old_sign_in_signs_nothing(there: Bodies, sign_in):
    answer = sign_in("commander").post("/partners/body/refuge/agree/", GIVEN)
    assert answer.status_code == 422
    assert "Sign in again" in answer.content.decode()
    assert not Agreement.objects.filter(reference="ISA-20").exists()
