"""A charge: who decides it, by when the court hears it first, and the caution; refused beside the field."""

from bluelamp.cases.models import Hearing
from bluelamp.custody.models import Detention
from tests.custody.evening import HOUR, TEN, Evening
from tests.journeys.street import Street

CHARGE = {"offence_words": "Assault", "offence_code": "8/2", "tried": "either_way", "domestic": "yes", "plea": "gap",
          "kept": "bailed", "court": "St Albans", "on": "2026-11-30"}  # fmt: skip


def test_a_charge_needs_the_prosecutor_where_the_police_may_not_decide(evening: Evening, street: Street) -> None:
    found, at = evening.held(), TEN + 5 * HOUR
    path = f"/detention/{found.pk}/charge/"
    page = street.open("custody_officer", path, at)
    assert b"Domestic abuse: the CPS decides" in page.content
    assert b"Fri 4 Dec" in page.content
    refused = street.send("custody_officer", path, at, **CHARGE)
    assert "the CPS decides" in str(refused.context["form"].errors["prosecutor_reference"])
    late = street.send("custody_officer", path, at, **{**CHARGE, "on": "2026-12-07"}, prosecutor_reference="CPS-1")
    assert "on or before Friday 4 December" in str(late.context["form"].errors["on"])
    assert not Hearing.objects.exists()
    sent = street.send("custody_officer", path, at, **CHARGE, prosecutor_reference="CPS-1")
    assert (sent.status_code, sent["Location"]) == (303, f"/detention/{found.pk}/")
    assert str(Hearing.objects.get().on) == "2026-11-30"
    assert Detention.objects.get().charged_at == at
