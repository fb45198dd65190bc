"""A child is noted: a person and, in law or in doubt, a victim; its school is owed word before its next first bell."""

from bluelamp.owed.models import Promise
from bluelamp.people.models import Person
from bluelamp.safeguarding.models import ChildInvolved
from bluelamp.victims.models import Victim
from tests.safeguarding.at_home import OFFICER

GIVEN = {"given_names": "Isla", "age": "7", "affected": "yes", "related": "yes", "school": "brook-lane-primary"}


def test_it_is_a_victim_whose_school_is_owed_word(home, pages) -> None:
    found = home.settled()
    path, before = f"/domestic/{found.pk}/child/", Person.objects.count()
    assert 'value="Marlow"' in pages.reads(OFFICER, path)
    pages.refuses(OFFICER, path, "given_names", "Give a name, or what the child is called", affected="yes")
    pages.refuses(OFFICER, path, "age", "", **{**GIVEN, "age": "-1"})
    pages.refuses(OFFICER, path, "school", "", **{**GIVEN, "school": "nowhere"})
    assert Person.objects.count() == before
    pages.sends(OFFICER, path, **GIVEN, voice="I was under the bed")
    child = ChildInvolved.objects.get()
    assert (child.is_victim, child.present, child.school) == (True, None, "brook-lane-primary")
    assert Victim.objects.filter(person=child.person, incident=found.incident_id).exists()
    assert Promise.objects.get(kind="safeguarding.school", slot=str(child.pk)).state == "open"
    page = pages.reads(OFFICER, f"/domestic/{found.pk}/")
    for words in ("Isla", "I was under the bed", "School not told yet"):
        assert words in page, words


def test_in_doubt_a_victim_and_not_where_nothing_reaches_it(home, pages) -> None:
    path = f"/domestic/{home.settled().pk}/child/"
    pages.sends(OFFICER, path, given_names="Isla")
    pages.sends(OFFICER, path, given_names="Noah", age="9", affected="no", related="no")
    assert list(ChildInvolved.objects.order_by("pk").values_list("is_victim", flat=True)) == [True, False]
