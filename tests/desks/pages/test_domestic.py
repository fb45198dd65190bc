"""A domestic incident: all of it for who is on it, what is empty said in words, nothing for anybody else."""

from bluelamp.ledger.models import Entry
from bluelamp.people.actions.safety import keep_address
from bluelamp.safeguarding.actions.meetings import hear
from bluelamp.safeguarding.actions.raising import take_on
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER, SPECIALIST


def test_what_is_not_known_yet_is_said(home, pages) -> None:
    found = home.raised(named=False)
    page = pages.reads(OFFICER, f"/domestic/{found.pk}/")
    for words in ("Nobody harmed is named yet.", "Nobody yet", "Still to ask.", "Nobody has assessed the risk yet.",
                  "No child is noted.", "None is recorded.", "Take it on"):  # fmt: skip
        assert words in page, words
    for words in ("Pathways", "Shared", "Safety plan", "Markers", "New address"):
        assert f">{words}<" not in page, words
    assert pages.go(OFFICER, "/domestic/0/").status_code == 404


def test_all_of_it_and_an_earlier_one_of_the_same_person(home, pages) -> None:
    found = home.assessed(grade="high")
    home.child(found, voice="I was under the bed")
    again = home.settled(suspect=found.suspect_id)
    person = found.victim.person_id
    done(keep_address, NOW, by=home.by(OFFICER), person=person, address="14 Orchard Close, AL1 2QX", why="From him")
    page = pages.reads(OFFICER, f"/domestic/{found.pk}/")
    for words in ("Joanne Marlow", "Only by text", "Enhanced rights", "High", "What she says and what I saw",
                  "Isla Marlow", "I was under the bed", "School not told yet", "14 Orchard Close", "Callum Redfern",
                  "Domestic abuse", again.incident.number):  # fmt: skip
        assert words in page, words
    assert Entry.objects.filter(event="access.looked", about__contains=[found.ref]).exists()


def test_an_earlier_one_that_is_not_for_them_is_veiled_and_minutes_stand_on_the_case(home, pages) -> None:
    case = home.case()
    found = case.domestic
    done(hear, NOW, by=home.by(SPECIALIST), case=case.pk, minutes="The sister takes the children")
    later = home.settled(suspect=found.suspect_id)
    done(take_on, NOW, by=home.by(OFFICER, "Other"), domestic=later.pk)
    page = pages.reads(OFFICER, f"/domestic/{later.pk}/", name="Other")
    assert "A restricted record exists. Ask PC Response Officer." in page
    assert found.incident.number not in page
    assert "sister" not in pages.reads(SPECIALIST, f"/domestic/{found.pk}/")
    assert pages.go(OFFICER, f"/domestic/{found.pk}/", name="Other").status_code == 302
