"""Told of a past: in person, by voice only, confidence signed first; what was said is written nowhere."""

from bluelamp.safeguarding.models import DisclosureRequest
from tests.safeguarding.at_home import SPECIALIST

GIVEN = {"undertaking": "on", "in_person": "on", "nothing_left": "on"}


def test_each_of_them_is_needed(home, pages) -> None:
    found = home.asked(checked=True, met=True, disclose=True)
    path = f"/clares-law/{found.pk}/told/"
    for left, words in (
        ("undertaking", "signed first"),
        ("in_person", "Only in person"),
        ("nothing_left", "nothing is left with them in writing"),
    ):
        pages.refuses(SPECIALIST, path, left, words, **{name: on for name, on in GIVEN.items() if name != left})
    pages.refuses(
        SPECIALIST, path, "to_third", "Nobody else asked for them", **GIVEN, to_third="on", can_protect="Near"
    )
    assert DisclosureRequest.objects.get().told_at is None
    pages.sends(SPECIALIST, path, **GIVEN)
    assert DisclosureRequest.objects.get().told_at
    assert "Told in person, nothing left in writing" in pages.reads(SPECIALIST, f"/clares-law/{found.pk}/")
    pages.refuses(SPECIALIST, path, "", "They were told already", **GIVEN)


def test_nobody_is_told_what_it_was_decided_not_to_tell(home, pages) -> None:
    found = home.asked(checked=True, met=True, disclose=False)
    pages.refuses(SPECIALIST, f"/clares-law/{found.pk}/told/", "", "It was not decided to disclose", **GIVEN)
    assert DisclosureRequest.objects.get().told_at is None


def test_who_asked_for_another_is_told_in_their_place_with_how_they_can_protect_them(home, pages) -> None:
    found = home.asked(checked=True, met=True, disclose=True, third="Her mother")
    path = f"/clares-law/{found.pk}/told/"
    pages.refuses(SPECIALIST, path, "identity_checked", "First be sure who they are", **GIVEN)
    pages.refuses(SPECIALIST, path, "can_protect", "The one in danger is told", **GIVEN, to_third="on")
    pages.sends(SPECIALIST, path, **GIVEN, to_third="on", can_protect="She lives with her")
    assert DisclosureRequest.objects.get().told_third
    assert "told in their place" in pages.reads(SPECIALIST, f"/clares-law/{found.pk}/")
