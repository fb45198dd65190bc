"""The decision about a request: after the first checks, never by the police alone, with its reason."""

from bluelamp.safeguarding.models import DisclosureRequest
from tests.safeguarding.at_home import SPECIALIST

GIVEN = {"disclose": "yes", "bodies": "Probation\nThe council", "reason": "Three partners before her"}


def test_it_is_taken_with_others_after_the_checks(home, pages) -> None:
    found = home.asked(checked=True)
    path = f"/clares-law/{found.pk}/decision/"
    pages.refuses(SPECIALIST, path, "bodies", "never the police alone", **{**GIVEN, "bodies": " "})
    assert DisclosureRequest.objects.get().decided_at is None
    pages.sends(SPECIALIST, path, **GIVEN)
    found.refresh_from_db()
    assert (found.disclose, found.bodies) == (True, ["Probation", "The council"])
    page = pages.reads(SPECIALIST, f"/clares-law/{found.pk}/")
    assert "To be told" in page
    assert "Three partners before her" in page
    pages.refuses(SPECIALIST, path, "", "It is decided already", **GIVEN)


def test_nothing_is_decided_before_the_first_checks(home, pages) -> None:
    path = f"/clares-law/{home.asked().pk}/decision/"
    pages.refuses(SPECIALIST, path, "", "Make the first checks first", **GIVEN)
    assert DisclosureRequest.objects.get().disclose is None
