"""One protection notice: its state and conditions, every breach, and what may be done next."""

from tests.safeguarding.at_home import DAY, NOW, OFFICER, SUPERINTENDENT


def test_issued_it_waits_to_be_served(home, pages) -> None:
    notice = home.notice()
    page = pages.reads(OFFICER, f"/protection/{notice.pk}/")
    for words in (
        "Domestic violence protection notice",
        "Callum Redfern",
        "Not yet",
        "It is not served yet.",
        "None is written down.",
        "Not to contact Joanne Marlow",
        f"/protection/{notice.pk}/serve/",
    ):
        assert words in page, words
    assert "In force." not in page
    assert f"/protection/{notice.pk}/breach/" not in page
    assert pages.go(OFFICER, "/protection/0/").status_code == 404


def test_served_it_is_in_force_and_who_broke_it_waits_for_the_court(home, pages) -> None:
    breach = home.breach()
    page = pages.reads(SUPERINTENDENT, f"/protection/{breach.notice_id}/", at=NOW + DAY)
    for words in (
        "In force.",
        "before the court within 24 hours",
        "Shown on the person and at Flat 6",
        "He rang her",
        "It is served.",
        f"/protection/breach/{breach.pk}/",
        f"/protection/{breach.notice_id}/order/",
    ):
        assert words in page, words


def test_who_is_not_on_the_record_is_told_whom_to_ask(home, pages) -> None:
    found = home.assessed()
    notice = home.notice_of(found)
    assert pages.go(OFFICER, f"/protection/{notice.pk}/", name="Other").status_code == 302
