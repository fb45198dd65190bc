"""A child's school is told: its named lead, by a secure route, in one line, never the new address; or why not."""

from bluelamp.owed.models import Promise
from bluelamp.people.actions.safety import keep_address
from bluelamp.safeguarding.models import SchoolNotice
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER

GIVEN = {
    "route": "by_hand", "to_name": "The lead", "to_named_lead": "on", "circumstances": "Heard it",
    "happened_at_0": "2026-11-20", "happened_at_1": "21:50", "place": "At home",
}  # fmt: skip


def test_by_a_secure_route_to_the_named_lead(home, pages) -> None:
    found = home.assessed()
    child = home.child(found, school="brook-lane-primary")
    path = f"/domestic/child/{child.pk}/school/"
    assert "Brook Lane Primary School" in pages.reads(OFFICER, path)
    person = found.victim.person_id
    done(keep_address, NOW, by=home.by(OFFICER), person=person, address="14 Orchard Close, AL1 2QX", why="From him")
    for changed, field, words in (
        ({"route": "email"}, "route", "Not a secure route: never this way"),
        ({"to_name": "A" * 121}, "to_name", "at most 120"),
        ({"route": ""}, "route", "Not a secure route: never this way"),
        ({"to_named_lead": ""}, "to_named_lead", "Only to the named safeguarding lead"),
        ({"circumstances": ""}, "circumstances", "Say what happened, shortly"),
        ({"happened_at_0": "2026-11-25"}, "happened_at", "still to come"),
        ({"place": "14 Orchard Close"}, "place", "new address"),
        ({"route": "partner_page"}, "route", "No body has agreed"),
    ):
        pages.refuses(OFFICER, path, field, words, **{**GIVEN, **changed})
    assert not SchoolNotice.objects.exists()
    assert pages.sends(OFFICER, path, **GIVEN) == f"/domestic/child/{child.pk}/notice/"
    assert SchoolNotice.objects.get().route == "by_hand"
    assert Promise.objects.get(kind="safeguarding.school").state == "kept"
    assert "School told" in pages.reads(OFFICER, f"/domestic/{found.pk}/")
    pages.refuses(OFFICER, path, "", "What became of this notice is written already", **GIVEN)


def test_not_told_for_a_reason_in_words(home, pages) -> None:
    child = home.child(home.assessed())
    path = f"/domestic/child/{child.pk}/school/"
    pages.refuses(OFFICER, path, "words", "Say why, in words", code="danger_to_child", words="Danger")
    pages.sends(OFFICER, path, code="danger_to_child", words="His aunt teaches there")
    assert SchoolNotice.objects.get().exception == "danger_to_child"
    page = pages.reads(OFFICER, f"/domestic/{child.domestic_id}/")
    assert "School not told: His aunt teaches there" in page
    assert pages.go(OFFICER, "/domestic/child/0/school/").status_code == 404
