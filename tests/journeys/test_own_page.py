"""A burglary victim from report to outcome by their own page: invited, told by opening it, answered, reviewed.

With axe in both themes and both directions of writing, and nothing that scrolls sideways on a small phone.
"""

import re
from typing import Any

from tests.journeys.installation import Installation
from tests.journeys.test_pages import NARROW, keep_picture
from tests.journeys.visitor import WIDE_PARTS, Visitor, Visitors, axe

PHONE = {"width": 390, "height": 844}


def look(visitor: Visitor, name: str) -> None:
    """What must be true of each page of theirs."""
    assert axe(visitor.page) == [], name
    for size in NARROW:
        visitor.page.set_viewport_size(size)
        assert visitor.page.evaluate(WIDE_PARTS) == [], f"{name} at {size['width']} px"
    visitor.page.set_viewport_size(PHONE)
    title = visitor.page.title()
    assert title in ("Your page", "صفحتك"), title
    keep_picture(visitor.page, name)


def invited(visitors: Visitors, victim: int) -> tuple[str, str]:
    """The officer makes link and code, to be handed over in person: their path and the six numbers."""
    with visitors("victim_care_officer") as sutter:
        sutter.open(f"/victims/{victim}/own-page/")
        sutter.fill(link_way="in_person", code_way="in_person", language="en", apart=True)
        sutter.page.locator("main form[method=post] button").last.click()
        sutter.page.locator("text=Say this code now").wait_for()
        keep_picture(sutter.page, "own-invited")
        found = sutter.text("main")
    link, code = re.search(r"http\S+(/page/[\w-]+/)", found), re.search(r"(\d{3}) (\d{3})", found)
    assert link is not None
    assert code is not None
    return link[1], code[1] + code[2]


def state(borough: Installation, victim: int, kind: str) -> str:
    found = borough.order("promises_of", record=f"victim:{victim}")
    return str(next(each["state"] for each in found if each["kind"] == kind))


def test_from_report_to_outcome(visitors: Visitors, borough: Installation) -> None:
    made = borough.order("burgled")
    victim = made["victim"]
    link, code = invited(visitors, victim)
    with visitors(viewport=PHONE, bypass_csp=True) as own:
        own.open(link)
        look(own, "own-code")
        own.fill(code="000000").page.locator("main button").click()
        own.page.locator("[role=alert]").wait_for()
        own.fill(code=code).page.locator("main button").click()
        own.page.wait_for_url("**/page/")
        assert "We have your report" in own.text()
        look(own, "own-home-first")
        borough.order("burglar_arrested", incident=made["incident"])
        _told_by_opening(own, borough, victim, "arrested", "A person was arrested.")
        _write_and_state(own, borough, made)
        borough.order("burglar_let_go", incident=made["incident"])
        _told_by_opening(own, borough, victim, "not_prosecuted", "Nobody is taken to court for this.")
        own.open("/page/review/")
        look(own, "own-review")
        own.page.locator("[name=decision]").first.check()
        own.fill(words="Nobody looked at the camera").page.locator("main form button").last.click()
        own.page.wait_for_url("**/page/?saved=yes")
        borough.order("reviewed", victim=victim)
        _told_by_opening(own, borough, victim, "review_decided", "Somebody else looked at the decision again.")
        _says_how_it_was(own, borough, victim)
        look(own, "own-home-last")
        _in_arabic(own)
        _left(own, link)
        assert own.said == []


def _told_by_opening(own: Visitor, borough: Installation, victim: int, step: str, words: str) -> None:
    """Announced without saying what; open until the button is pressed, kept then."""
    kind = f"victims.tell_{step}"
    own.open("/page/")
    while state(borough, victim, kind) == "open":
        assert words not in own.text()
        own.page.locator(".own-news button").first.click()
        own.page.wait_for_url("**/page/news/*/")
        look(own, "own-news")
        own.open("/page/")
    assert state(borough, victim, kind) == "kept"
    assert words in own.text()


def _write_and_state(own: Visitor, borough: Installation, made: dict[str, Any]) -> None:
    own.open("/page/write/")
    look(own, "own-write")
    own.fill(words="Did you find my bicycle?").page.locator("main form button").last.click()
    own.page.wait_for_url("**/page/?saved=yes")
    own.open("/page/statement/")
    own.fill(words="I cannot sleep in my own house.").page.locator("main form button").last.click()
    own.page.locator(".error-summary").wait_for()
    look(own, "own-statement-refused")
    own.page.locator("[name=knows]").check()
    own.page.locator("main form button").first.click()
    own.page.wait_for_url("**/page/?saved=yes")
    borough.order("answered", victim=made["victim"])
    _told_by_opening(own, borough, made["victim"], "message_answered", "We answered your message.")
    assert "We found it." in own.text()


def _says_how_it_was(own: Visitor, borough: Installation, victim: int) -> None:
    """A few questions wait on the page once their time has come, and go when they were answered."""
    borough.order("reported_three_weeks_ago", victim=victim)
    own.open("/page/")
    look(own, "own-home-questions")
    own.press("Answer them")
    look(own, "own-survey")
    own.fill(informed="yes", safe="partly", words="You rang when you said you would")
    own.page.locator("main form button").first.click()
    own.page.wait_for_url("**/page/?saved=yes")
    assert "A few questions" not in own.text()
    own.open("/page/questions/")
    look(own, "own-survey-answered")


def _in_each_form(own: Visitor) -> None:
    """Large print, easy read and sign language: rights and news, nothing that scrolls sideways."""
    for form in ("large_print", "signed", "easy_read", "plain"):
        own.open("/page/rights/")
        if own.page.locator(f"button[value={form}]").count():
            own.page.locator(f"button[value={form}]").click()
            own.page.locator(f"html[data-reading={form}]").wait_for()
        look(own, f"own-rights-{form}")
        if form in ("large_print", "easy_read"):
            for path in ("", "reach/", "statement/"):
                own.open(f"/page/{path}")
                look(own, f"own-{form}-{path.strip('/') or 'home'}")


def _in_arabic(own: Visitor) -> None:
    for path, name in (("reach", "own-reach"), ("stop", "own-stop")):
        own.open(f"/page/{path}/")
        look(own, name)
    _in_each_form(own)
    own.open("/page/")
    own.page.locator("button[lang=ar]").click()
    own.page.locator("html[dir=rtl]").wait_for()
    for path in ("", "write/", "reach/", "statement/", "passkey/keep/", "rights/"):
        own.open(f"/page/{path}")
        look(own, f"own-arabic-{path.strip('/').replace('/', '-') or 'home'}")
    own.page.emulate_media(color_scheme="dark")
    look(own, "own-arabic-dark")


def _left(own: Visitor, link: str) -> None:
    """Leaving opens another place; coming back, or opening the link again, opens nothing."""
    own.open("/page/")
    with own.page.expect_request("**/*metoffice*/**"):
        own.page.keyboard.press("Escape")
    own.page.wait_for_timeout(300)  # the browser of the test finds no such place
    for path in ("/page/", link):
        answer = own.page.goto(f"{own.address}{path}")
        assert answer is not None
        assert answer.status == 404
        assert "This page is not open" in own.text()
