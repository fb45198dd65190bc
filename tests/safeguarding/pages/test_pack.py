"""A body is sent its part: the fields of its agreement, no address, no minutes; only bodies that agreed are offered."""

from bluelamp.partners.models import Share
from bluelamp.people.actions.safety import keep_address
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER, SPECIALIST


def test_it_gets_what_is_agreed_and_no_more(home, pages) -> None:
    case, by = home.case(), home.by(OFFICER)
    person = case.domestic.victim.person_id
    done(keep_address, NOW, by=by, person=person, address="14 Orchard Close, AL1 2QX", why="From him")
    path = f"/marac/{case.pk}/pack/"
    pages.refuses(SPECIALIST, path, "partner", "", partner="advisers", asked="Come")
    home.advisers(), home.council()
    page = pages.reads(SPECIALIST, path)
    assert "Independent advisers" in page
    assert "The council" not in page
    pages.refuses(SPECIALIST, path, "partner", "", partner="council", asked="Come")
    assert not Share.objects.exists()
    assert (
        pages.sends(SPECIALIST, path, partner="advisers", asked="See her at 14 Orchard Close") == f"/marac/{case.pk}/"
    )
    held = str(Share.objects.get().held)
    assert "Joanne Marlow" in held
    assert "Orchard" not in held
    assert "Independent advisers" in pages.reads(SPECIALIST, f"/marac/{case.pk}/")
