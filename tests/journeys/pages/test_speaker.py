"""The page that names who speaks for a victim: found by name, never a suspect; for a business a name is enough."""

from django.test import Client

from bluelamp.people.models import Link, Person
from bluelamp.victims.models import Victim
from tests.custody.evening import Evening
from tests.victims.care import Care
from tests.victims.pages.page import at_page


def test_an_aunt_speaks_for_a_child_and_a_suspect_never(evening: Evening, client: Client) -> None:
    care = Care(evening)
    Victim.objects.filter(pk=care.victim.pk).update(kind="child")
    suspect = evening.person("Callum", "Redfern")
    evening.arrest(incident=care.incident, person=suspect)
    aunt = evening.person("Ines", "Redfern")
    path = f"/victims/{care.victim.pk}/speaker/"
    assert b"2 found" in at_page(care, client, f"{path}?q=Redfern").content
    given = {"q": "Redfern", "who": "Her aunt"}
    unfit = at_page(care, client, path, person=str(suspect), **given)
    assert "suspect here" in str(unfit.context["form"].errors["person"])
    young = at_page(care, client, path, person=str(aunt), **given)
    assert "How old is this person?" in str(young.context["form"].errors["person"])
    Person.objects.filter(pk=aunt).update(born_on="1980-05-04", born_on_answer="known")
    assert at_page(care, client, path, person=str(aunt), **given).status_code == 303
    assert care.now().spoken_for_by == "Ines Redfern, Her aunt"
    assert Link.objects.get(kind="representative", person=aunt).other_id == care.victim.person_id
    shown = at_page(care, client, f"/victim/{care.victim.pk}/").content.decode()
    assert "Ines Redfern, Her aunt" in shown
    assert "Somebody else speaks for them" in shown


def test_the_contact_of_a_business_needs_no_record(evening: Evening, client: Client) -> None:
    care = Care(evening)
    Victim.objects.filter(pk=care.victim.pk).update(kind="business")
    path = f"/victims/{care.victim.pk}/speaker/"
    assert set(at_page(care, client, path).context["form"].fields) == {"who"}
    assert at_page(care, client, path, who=" ").status_code == 422
    assert at_page(care, client, path, who="R. Hale, manager").status_code == 303
    assert care.now().spoken_for_by == "R. Hale, manager"
    assert not Link.objects.exists()
