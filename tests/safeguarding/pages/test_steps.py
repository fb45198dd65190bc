"""The smaller forms of a domestic incident, each from its offer to its record."""

import pytest

from bluelamp.safeguarding.models import ChildInvolved, DomesticIncident, Referral, SafetyPlan, SchoolNotice
from tests.safeguarding.at_home import NOW


def test_an_incident_is_treated_as_domestic_from_its_page(home, at_page) -> None:
    incident = home.evening.incident()
    page = at_page("response_officer", f"/incident/{incident.pk}/")
    assert b"Treat as domestic abuse" in page.content
    sent = at_page("response_officer", f"/incident/{incident.pk}/domestic/", send=True)
    found = DomesticIncident.objects.get(incident=incident)
    assert sent["Location"] == f"/domestic/{found.pk}/"
    assert b"Open the domestic record" in at_page("response_officer", f"/incident/{incident.pk}/").content


def test_what_is_known_is_kept_and_the_rest_stays_asked_for(home, at_page) -> None:
    found = home.raised()
    path = f"/domestic/{found.pk}/who/"
    at_page("response_officer", path, ties=["intimate"], behaviour=["physical"], age_victim="34", given_names="Callum")
    page = at_page("response_officer", f"/domestic/{found.pk}/")
    assert "How old is the other person?" in page.content.decode()
    at_page("response_officer", path, ties=["intimate"], behaviour=["physical"], age_victim="34", age_suspect="36",
            suspect=str(DomesticIncident.objects.get(pk=found.pk).suspect_id))  # fmt: skip
    assert DomesticIncident.objects.get(pk=found.pk).finding == "domestic_abuse"


def test_the_scene_a_child_its_school_a_referral_a_plan(home, at_page) -> None:
    found, role = home.assessed(grade="high"), "response_officer"
    base = f"/domestic/{found.pk}/"
    refused = at_page(role, f"{base}scene/", suspect_present="yes", grounds="yes", filmed="on")
    assert "An arrest is expected" in refused.content.decode()
    assert (
        at_page(role, f"{base}scene/", suspect_present="yes", grounds="yes", filmed="on", arrested="on").status_code
        == 303
    )
    at_page(
        role, f"{base}child/", given_names="Isla", age="7", affected="yes", related="yes", school="brook-lane-primary"
    )
    child = ChildInvolved.objects.get()
    told = {"route": "email", "to_name": "The lead", "to_named_lead": "on", "circumstances": "Heard it",
            "happened_at_0": "2026-11-20", "happened_at_1": "21:50", "place": "At home"}  # fmt: skip
    assert "never this way" in at_page(role, f"/domestic/child/{child.pk}/school/", **told).content.decode()
    assert at_page(role, f"/domestic/child/{child.pk}/school/", **{**told, "route": "by_hand"}).status_code == 303
    assert SchoolNotice.objects.get().route == "by_hand"
    notice = at_page(role, f"/domestic/child/{child.pk}/notice/").content.decode()
    for words in ("The lead", "Isla", "Heard it", "21:50 Fri 20 Nov 2026", "At home", "Brook Lane Primary School"):
        assert words in notice, words
    at_page(role, f"{base}refer/", kind="adviser", body=str(home.advisers().pk), agreed="yes")
    made = Referral.objects.get()
    assert f"Share {made.share.pk}" in at_page(role, base).content.decode()
    at_page(role, f"{base}plan/", steps="Her sister's\nThe bag", agreed_with="on", review_on="2026-11-27")
    assert SafetyPlan.objects.get().steps == ["Her sister's", "The bag"]
    page = at_page(role, base).content.decode()
    for words in ("Isla", "School told", "Independent advisers", "Her sister", "Arrested"):
        assert words in page


def test_the_second_look_shows_what_is_not_answered(home, at_page) -> None:
    found = home.assessed(answers={"injured": "yes", "frightened": "not_known"})
    path = f"/domestic/{found.pk}/second-look/"
    page = at_page("domestic_abuse_specialist", path)
    assert page.content.count(b"Not asked") >= 25
    assert at_page("domestic_abuse_specialist", path, grade="medium", words="Agreed with PC Lowe").status_code == 303
    assert at_page("response_officer", path).status_code == 403


def test_taking_on_and_ending(home, at_page) -> None:
    found = home.raised()
    assert at_page("response_officer", f"/domestic/{found.pk}/take-on/", send=True).status_code == 303
    page = at_page("domestic_abuse_specialist", f"/domestic/{found.pk}/end/", why="Only flatmates, no more")
    assert "still to be asked" in page.content.decode()


@pytest.mark.parametrize("page", ["take-on", "who", "assess", "scene", "child", "refer", "plan", "meeting"])
def test_who_is_not_on_it_is_sent_to_whom_to_ask(home, at_page, page) -> None:
    found = home.assessed()
    answer = at_page("response_officer", f"/domestic/{found.pk}/{page}/", name="Other", at=NOW)
    assert answer.status_code == 302
    assert answer["Location"].startswith(f"/restricted/{found.ref}/")


def test_what_was_assessed_stands_on_no_page_that_many_may_read(home, at_page) -> None:
    found = home.assessed(grade="high", reason="He held a pillow over her face")
    home.child(found, voice="I was under the bed")
    home.notice_of(found, grounds="He held a pillow over her face")
    pages = (f"/incident/{found.incident_id}/", f"/person/{found.victim.person_id}/", f"/person/{found.suspect_id}/")
    for path in pages:
        for role in ("dispatcher", "investigator"):
            page = at_page(role, path)
            assert page.status_code == 200
            assert "pillow" not in page.content.decode(), path
            assert "under the bed" not in page.content.decode(), path
    assert "pillow" in at_page("response_officer", f"/domestic/{found.pk}/").content.decode()
