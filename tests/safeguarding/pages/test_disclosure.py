"""One request about a past: its steps in order, for those who keep it alone."""

from tests.safeguarding.at_home import OFFICER, SPECIALIST


def test_its_steps_are_offered_in_order(home, pages) -> None:
    found = home.asked()
    path = f"/clares-law/{found.pk}/"
    page = pages.reads(SPECIALIST, path)
    for words in (
        "Ann",
        "Bob Kite",
        "He broke a door",
        "First checks",
        f"{path}checks/",
        "Make the first checks first.",
    ):
        assert words in page, words
    assert f"{path}decision/" not in page
    assert f"{path}told/" not in page
    done = home.asked(checked=True, met=True, disclose=True)
    page = pages.reads(SPECIALIST, f"/clares-law/{done.pk}/")
    for words in ("To be told", "His record", "They are made.", "They were met.", f"/clares-law/{done.pk}/told/"):
        assert words in page, words


def test_what_nobody_is_to_be_told_says_so_and_others_do_not_read_it(home, pages) -> None:
    found = home.asked(checked=True, disclose=False)
    path = f"/clares-law/{found.pk}/"
    page = pages.reads(SPECIALIST, path)
    assert "It was not decided to tell them." in page
    assert "Not told" in page
    assert pages.go(OFFICER, path).status_code == 403
    assert pages.go(SPECIALIST, "/clares-law/0/").status_code == 404
