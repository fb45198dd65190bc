"""An officer who is on nothing tries to look: told that it exists and whom to ask; opening tells the owner at once."""

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitors, axe

WHY = "Her brother is at the counter and asks for her"
CONCERN = "Her brother is one of those she fears"
STORY = ("Statement", "Safety plan", "sister in St Albans", "Strangled", "pillow")


def test_an_officer_who_is_on_nothing_learns_that_it_exists_and_whom_to_ask(
    visitors: Visitors, borough: Installation
) -> None:
    made = borough.made
    with visitors("roads_officer", bypass_csp=True) as vaughan:
        vaughan.open("/people/").fill(q="Calder", why="A stop on the A1").press("Search")
        found = vaughan.text("main")
        assert "A restricted record exists. Ask DS 1506 Kerr." in found
        assert "Rhys" not in found
        assert axe(vaughan.page) == []
        for path in (
            f"/person/{made['Calder']}/",
            f"/domestic/{made['domestic']}/",
            f"/domestic/{made['domestic']}/plan/",
        ):
            vaughan.open(path)
            seen = vaughan.text("main")
            assert "A restricted record exists" in seen, path
            assert "Ask " in seen
            assert not [words for words in (*STORY, "Rhys", "Oakes") if words in seen], path
            assert vaughan.page.locator("textarea[name=reason]").count() == 0, "this role opens none, with no reason"
        assert axe(vaughan.page) == []
        assert vaughan.said == []


def test_who_may_open_it_says_why_and_the_owner_is_told_at_once(visitors: Visitors, borough: Installation) -> None:
    domestic = borough.made["domestic"]
    with visitors("commander", bypass_csp=True) as commander:
        commander.open(f"/domestic/{domestic}/")
        assert "A restricted record exists" in commander.text("main")
        assert "Oakes" not in commander.text("main")
        assert axe(commander.page) == []
        commander.fill(reason="x")
        commander.refused()
        commander.fill(reason=WHY)
        commander.send(f"/domestic/{domestic}/")
        assert "Ruth Oakes" in commander.text("main")
        assert commander.said == []
    with visitors("response_officer", bypass_csp=True) as lowe:
        lowe.open("/my-day/")
        assert f"domestic {domestic}" in lowe.text("main")
        lowe.open("/you/")
        assert axe(lowe.page) == []
        told = lowe.text("#opened")
        assert f"Domestic {domestic}" in told
        assert WHY in told
        lowe.page.locator("#opened li", has_text=WHY).get_by_role("link").click()
        lowe.page.wait_for_url("**/you/openings/*/")
        assert WHY in lowe.text("main")
        assert axe(lowe.page) == []
        lowe.fill(outcome="concern", concern=CONCERN).send("/you/")
        assert lowe.said == []
    with visitors("auditor", bypass_csp=True) as lindqvist:
        lindqvist.open("/unusual-looking/")
        openings = lindqvist.text("#openings")
        for words in (WHY, CONCERN, f"domestic:{domestic}", "Lowe"):
            assert words in openings
        assert axe(lindqvist.page) == []
        lindqvist.open(f"/who-looked/?record=domestic:{domestic}")
        looked = lindqvist.text("main")
        assert WHY in looked
        assert "desks:domestic" in looked
        assert lindqvist.said == []
