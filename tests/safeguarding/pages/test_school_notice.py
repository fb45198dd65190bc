"""The notice as it was told: all that the lead may know, and nothing of the risk or of where they live."""

from bluelamp.safeguarding.actions.children import Notice, leave_school_out, tell_school
from tests.custody.evening import MINUTE, TEN, done
from tests.safeguarding.at_home import NOW, OFFICER

TOLD = Notice(
    to_name="Ms Okafor", to_named_lead=True, circumstances="Heard it", happened_at=TEN - 15 * MINUTE, place="At home"
)


def test_what_was_told_and_no_more(home, pages) -> None:
    child = home.child(home.assessed(reason="He held a pillow over her"), school="brook-lane-primary", present=True)
    path = f"/domestic/child/{child.pk}/notice/"
    assert pages.go(OFFICER, path).status_code == 404, "nothing is told yet"
    done(tell_school, NOW, by=home.by(OFFICER), child=child.pk, route="by_hand", notice=TOLD)
    page = pages.reads(OFFICER, path)
    number = child.domestic.incident.number
    for words in ("Ms Okafor", "Isla Marlow", "Heard it", "21:50 Fri 20 Nov 2026", "At home", number,
                  "Brook Lane Primary School", "Told by hand", "Response Officer"):  # fmt: skip
        assert words in page, words
    for words in ("pillow", "Flat 6", "Redfern", "Joanne"):
        assert words not in page, words
    assert pages.go("special_constable", path).status_code == 403


def test_a_notice_left_out_leads_back_to_the_record(home, pages) -> None:
    child, by = home.child(home.assessed()), home.by(OFFICER)
    done(leave_school_out, NOW, by=by, child=child.pk, code="covert_inquiry", words="An inquiry runs")
    page = pages.go(OFFICER, f"/domestic/child/{child.pk}/notice/")
    assert (page.status_code, page["Location"]) == (302, f"/domestic/{child.domestic_id}/")
