"""Voluntary attendance begun at an incident: somebody found by name, where they are, and why no arrest is needed."""

from bluelamp.custody.models import VoluntaryAttendance
from bluelamp.places.models import Station
from tests.custody.evening import TEN, Evening
from tests.journeys.street import Street

GIVEN = {"q": "Redfern", "under_18": "no", "offence_words": "Theft, shop", "why": "He offered"}


def test_begun_for_somebody_found_by_name(evening: Evening, street: Street) -> None:
    incident, person = evening.incident(), str(evening.person())
    path = f"/incident/{incident.pk}/attendance/"
    assert b"1 found" in street.open("response_officer", f"{path}?q=Redfern").content
    assert b"0 found" in street.open("response_officer", f"{path}?q=Nobody").content
    where = {"station": Station.objects.get(key="borehamwood").pk}
    nobody = street.send("response_officer", path, **GIVEN, **where)
    assert (nobody.status_code, set(nobody.context["form"].errors)) == (422, {"person"})
    nowhere = street.send("response_officer", path, **GIVEN, person=person)
    assert "Say where they are" in str(nowhere.context["form"].errors["place_words"])
    assert not VoluntaryAttendance.objects.exists()
    sent = street.send("response_officer", path, **GIVEN, **where, person=person)
    made = VoluntaryAttendance.objects.get()
    assert (sent.status_code, sent["Location"]) == (303, f"/attendance/{made.pk}/")
    assert (made.person_id, made.where) == (int(person), "Borehamwood police station")
    twice = street.send("response_officer", path, **GIVEN, **where, person=person)
    assert b"attends voluntarily already" in twice.content


def test_nobody_under_arrest_attends_voluntarily(evening: Evening, street: Street) -> None:
    person = evening.person()
    evening.arrest(person=person, at=TEN)
    path = f"/incident/{evening.incident().pk}/attendance/"
    refused = street.send("response_officer", path, **GIVEN, person=str(person), place_words="His kitchen")
    assert refused.status_code == 422
    assert b"nobody under arrest attends voluntarily" in refused.content
