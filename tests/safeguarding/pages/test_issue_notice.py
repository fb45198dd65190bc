"""A protection notice: by the right rank, with grounds, about an adult who is named, giving nothing away."""

from bluelamp.people.actions.safety import keep_address
from bluelamp.safeguarding.models import ProtectionNotice
from tests.custody.evening import done
from tests.safeguarding.at_home import NOW, OFFICER, SUPERINTENDENT

GIVEN = {
    "violence": "on", "necessary": "on", "grounds": "Two assaults in a week", "representations": "Says nothing",
    "conditions": "Keep away\nNot to ring", "address": "Flat 6",
}  # fmt: skip


def test_it_is_issued_by_the_rank_it_needs(home, pages) -> None:
    path = f"/domestic/{home.settled().pk}/notice/"
    assert "By a superintendent or above, by regular rank." in pages.reads(SUPERINTENDENT, path)
    pages.refuses("reviewing_inspector", path, "", "needs a superintendent", **GIVEN)
    for field, words in (("violence", "Violence or a threat"), ("necessary", "Only where it is necessary")):
        at = "grounds" if field == "violence" else field
        pages.refuses(SUPERINTENDENT, path, at, words, **{name: on for name, on in GIVEN.items() if name != field})
    assert not ProtectionNotice.objects.exists()
    pages.sends(SUPERINTENDENT, path, **GIVEN)
    notice = ProtectionNotice.objects.get()
    assert (notice.regime, notice.conditions) == ("dvpn", ["Keep away", "Not to ring"])
    assert notice.issued_by == home.evening.officer(SUPERINTENDENT)
    assert "Two assaults in a week" in pages.reads(SUPERINTENDENT, f"/protection/{notice.pk}/")
    assert pages.go(OFFICER, path).status_code == 403


def test_about_nobody_a_child_or_with_the_new_address_it_is_refused(home, pages) -> None:
    pages.refuses(SUPERINTENDENT, f"/domestic/{home.raised().pk}/notice/", "grounds", "Say first who", **GIVEN)
    young = home.settled(age_suspect=17)
    pages.refuses(SUPERINTENDENT, f"/domestic/{young.pk}/notice/", "", "Under 18: not against a child", **GIVEN)
    found = home.settled()
    person = found.victim.person_id
    done(keep_address, NOW, by=home.by(OFFICER), person=person, address="14 Orchard Close, AL1 2QX", why="From him")
    given = {**GIVEN, "conditions": "Not to come to 14 Orchard Close"}
    pages.refuses(SUPERINTENDENT, f"/domestic/{found.pk}/notice/", "conditions", "new address", **given)
    assert not ProtectionNotice.objects.exists()
