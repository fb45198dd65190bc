"""Arrested again in the cells, by page: necessary because they would be arrested outside; the clock stays the same."""

from bluelamp.custody.models import Arrest, Detention
from tests.custody.evening import HOUR, TEN, Evening
from tests.journeys.street import Street

AT = TEN + 9 * HOUR
GIVEN = {"offence_words": "Burglary", "offence_code": "28/3", "tried": "indictable", "domestic": "no",
         "suspicion": "Fingerprints", "necessary": "He would not come back"}  # fmt: skip


def test_arrested_again_in_the_cells(evening: Evening, street: Street) -> None:
    found = evening.held()
    path = f"/custody/{found.pk}/further-arrest/"
    empty = street.send("investigator", path, AT)
    assert (empty.status_code, set(empty.context["form"].errors)) == (422, set(GIVEN))
    nowhere = street.send("investigator", path, AT, incident="999 of 20 Nov 2026", **GIVEN)
    assert "There is no such incident" in str(nowhere.context["form"].errors["incident"])
    assert not Arrest.objects.filter(in_detention=found).exists()
    other = evening.incident()
    assert street.send("investigator", path, AT, incident=other.number, **GIVEN).status_code == 303
    made = Arrest.objects.get(in_detention=found)
    assert (made.way, made.incident) == ("further_arrest", other)
    assert Detention.objects.get().relevant_time == found.relevant_time
    assert b"Burglary" in street.open("investigator", path, AT).content
