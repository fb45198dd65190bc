"""What each body would get, before anything leaves: its agreed fields, no address, no minutes."""

from bluelamp.partners.models import Share
from bluelamp.people.actions.safety import keep_address
from bluelamp.safeguarding.actions.meetings import hear
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER, SPECIALIST


def test_word_for_word_and_nothing_leaves(home, pages) -> None:
    case, person = home.case(), home.by(OFFICER)
    path = f"/marac/{case.pk}/pack/preview/"
    assert "No body has an agreement for this." in pages.reads(SPECIALIST, path)
    victim = case.domestic.victim.person_id
    done(keep_address, NOW, by=person, person=victim, address="14 Orchard Close, AL1 2QX", why="From him")
    done(hear, NOW, by=home.by(SPECIALIST), case=case.pk, minutes="The sister takes the children")
    home.advisers(), home.council()
    page = pages.reads(SPECIALIST, path)
    for words in ("Independent advisers", "Joanne Marlow", case.domestic.incident.number, f"/marac/{case.pk}/pack/"):
        assert words in page, words
    for words in ("Orchard", "Flat 6", "sister", "The council", "What he says"):
        assert words not in page, words
    assert not Share.objects.exists()
    assert pages.go(OFFICER, path).status_code == 403
