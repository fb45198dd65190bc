"""A domestic record is read by those on it: others are sent to whom to ask, and no page that many read tells of it."""

import pytest

from tests.safeguarding.at_home import NOW


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
