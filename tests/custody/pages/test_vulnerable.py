"""Vulnerable or not: said by a person with what was seen, and an adult is needed from then on."""

from bluelamp.custody.models import Vulnerability
from tests.custody.desk import NOW, Desk
from tests.custody.evening import MINUTE, Evening


def test_found_vulnerable_an_adult_is_needed(evening: Evening, desk: Desk) -> None:
    found = evening.held()
    path, calling = f"/custody/{found.pk}/vulnerable/", f"/custody/{found.pk}/call/"
    assert b" checked" not in desk.open("custody_officer", path).content
    assert set(desk.send("custody_officer", path, words=" ").context["form"].errors) == {"vulnerable", "words"}
    assert not Vulnerability.objects.exists()
    assert desk.send("custody_officer", path, vulnerable="no", words="Clear and sober").status_code == 303
    assert b"No appropriate adult is needed" in desk.open("custody_officer", calling).content
    assert desk.send("custody_officer", path, at=NOW + MINUTE, vulnerable="yes", words="Voices").status_code == 303
    assert (Vulnerability.objects.get().vulnerable, Vulnerability.objects.get().words) == (True, "Voices")
    assert b"An appropriate adult is needed." in desk.open("custody_officer", calling, at=NOW + MINUTE).content
