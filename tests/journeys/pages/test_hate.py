"""The page on which a crime is flagged as felt to be a hate crime; its victims' rights are enhanced by it."""

from django.test import Client

from bluelamp import clock
from bluelamp.crimes.models import Crime, HateFlag
from bluelamp.journeys.actions.report import record_crime_for_victims
from bluelamp.people.models import Person
from bluelamp.victims.models import Victim
from tests.custody.evening import HOUR, TEN, Evening, done

NOW = TEN + HOUR
GIVEN = {"strands": ["disability", "age"], "perceived_by": "witness", "words": "They mocked his stick"}


def test_flagged_by_a_witness_it_stands_on_the_crime_alone(evening: Evening, client: Client) -> None:
    incident = evening.incident()
    victim = evening.victim(incident)
    Victim.objects.filter(pk=victim.pk).update(enhanced=False, enhanced_because=[])
    facts = {"offence_code": "8/2", "offence_words": "Assault", "category": "Violence and sexual offences",
             "circumstances": "Pushed"}  # fmt: skip
    done(record_crime_for_victims, TEN, by=evening.acting("response_officer"), incident=incident.pk, **facts)
    crime, before = Crime.objects.get(incident=incident), Person.objects.filter(pk=victim.person_id).values().get()
    evening.signed_in("response_officer", client, at=NOW)
    path = f"/crimes/{crime.pk}/hate/"
    with clock.set_to(NOW):
        assert "felt to be a hate crime" in client.get(f"/incident/{incident.pk}/").content.decode()
        assert client.post(path, {**GIVEN, "perceived_by": ""}).context["form"].errors.keys() == {"perceived_by"}
        assert client.post(path, GIVEN).status_code == 303
        assert "They mocked his stick" in client.get(path).content.decode()
        assert client.post(path, GIVEN).status_code == 422
    assert set(HateFlag.objects.values_list("strand", "perceived_by")) == {
        ("disability", "witness"),
        ("age", "witness"),
    }
    found = Victim.objects.get(pk=victim.pk)
    assert (found.enhanced, found.enhanced_because) == (True, ["Hate crime."])
    assert Person.objects.filter(pk=victim.person_id).values().get() == before
