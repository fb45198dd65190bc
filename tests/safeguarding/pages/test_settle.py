"""Who the two are to each other: the law's answer follows, what is missing stays asked for, nobody harms themselves."""

from bluelamp.people.models import Person
from bluelamp.safeguarding.models import DomesticIncident
from tests.safeguarding.at_home import OFFICER

GIVEN = {"ties": ["intimate"], "behaviour": ["physical"], "age_victim": "34", "age_suspect": "36"}


def test_what_is_known_is_kept_and_the_rest_stays_asked_for(home, pages) -> None:
    found = home.raised()
    path, before = f"/domestic/{found.pk}/who/", Person.objects.count()
    pages.refuses(OFFICER, path, "age_suspect", "", **{**GIVEN, "age_suspect": "131"}, given_names="Callum")
    pages.refuses(OFFICER, path, "ties", "", **{**GIVEN, "ties": ["enemies"]}, given_names="Callum")
    assert Person.objects.count() == before
    pages.sends(OFFICER, path, **{**GIVEN, "age_suspect": ""}, given_names="Callum", family_name="Redfern")
    found.refresh_from_db()
    assert (found.finding, found.suspect.name) == ("ask", "Callum Redfern")
    assert "How old is the other person?" in pages.reads(OFFICER, f"/domestic/{found.pk}/")
    pages.sends(OFFICER, path, **GIVEN, suspect=str(found.suspect_id))
    found.refresh_from_db()
    assert found.finding == "domestic_abuse"
    assert Person.objects.count() == before + 1
    assert "Still to ask." not in pages.reads(OFFICER, f"/domestic/{found.pk}/")


def test_the_person_harmed_is_not_the_other_one(home, pages) -> None:
    found = home.raised()
    home.evening.arrest(incident=found.incident, person=found.victim.person_id)
    given = {**GIVEN, "suspect": str(found.victim.person_id)}
    pages.refuses(OFFICER, f"/domestic/{found.pk}/who/", "suspect", "That is the person harmed", **given)
    assert DomesticIncident.objects.get().suspect is None
