"""The crime of an incident recorded: the victim joined to it and owed the acknowledgement; refused beside its field."""

from bluelamp.crimes.models import Crime
from bluelamp.owed.models import Promise
from bluelamp.victims.models import Victim
from tests.custody.evening import Evening
from tests.journeys.street import Street

GIVEN = {"offence_code": "8/2", "offence_words": "Assault", "category": "Violence and sexual offences",
         "circumstances": "Pushed her against a door", "domestic": "on"}  # fmt: skip


def test_recorded_for_the_victim_and_it_stands_on_the_incident(evening: Evening, street: Street) -> None:
    incident = evening.incident()
    victim = evening.victim(incident)
    path = f"/incident/{incident.pk}/crime/"
    assert street.open("response_officer", path).context["form"]["domestic"].value() is True, "the call said so"
    assert street.open("custody_officer", path).status_code == 403
    empty = street.send("response_officer", path)
    named = {"offence_code", "offence_words", "category", "circumstances"}
    assert (empty.status_code, set(empty.context["form"].errors)) == (422, named)
    ahead = street.send("response_officer", path, **GIVEN, occurred_to_0="2026-11-21", occurred_to_1="09:00")
    assert "in the future" in str(ahead.context["form"].errors["occurred_to"])
    day = {"occurred_from_0": "2026-11-20", "occurred_to_0": "2026-11-20"}
    ends = street.send("response_officer", path, **GIVEN, **day, occurred_from_1="21:30", occurred_to_1="21:00")
    assert "ends before it begins" in str(ends.context["form"].errors["occurred_to"])
    assert not Crime.objects.exists()
    sent = street.send("response_officer", path, **GIVEN, **day, occurred_from_1="21:00", occurred_to_1="21:30")
    assert (sent.status_code, sent["Location"]) == (303, f"/incident/{incident.pk}/")
    crime = Crime.objects.get()
    assert (crime.domestic, crime.victim_based, Victim.objects.get().crime) == (True, True, crime)
    assert Promise.objects.filter(kind="victims.tell_crime_acknowledged", record=victim.ref).exists()
    assert crime.number in street.open("response_officer", f"/incident/{incident.pk}/").content.decode()
