"""A supervisor says that it is not domestic abuse: only where the law's own facts say so, in words."""

from bluelamp.owed.models import Promise
from bluelamp.safeguarding.models import DomesticIncident
from tests.safeguarding.at_home import OFFICER, SPECIALIST

WHY = "Flatmates who never were a couple"


def test_it_ends_where_they_are_nothing_to_each_other(home, pages) -> None:
    found = home.settled(ties=["none"])
    path = f"/domestic/{found.pk}/end/"
    pages.refuses(SPECIALIST, path, "why", "Say why, in words", why="Flatmates")
    assert DomesticIncident.objects.get().ended_at is None
    pages.sends(SPECIALIST, path, why=WHY)
    assert DomesticIncident.objects.get().ended_why == WHY
    assert Promise.objects.get(kind="safeguarding.assess").state == "withdrawn"
    page = pages.reads(SPECIALIST, f"/domestic/{found.pk}/")
    assert "Not domestic abuse after all." in page
    assert WHY in page
    assert pages.go(OFFICER, path).status_code == 403


def test_it_does_not_end_while_it_is_so_or_something_is_to_be_asked(home, pages) -> None:
    for found in (home.settled(), home.raised()):
        path = f"/domestic/{found.pk}/end/"
        pages.refuses(SPECIALIST, path, "why", "something is still to be asked", why=WHY)
    assert not DomesticIncident.objects.exclude(ended_at=None).exists()
