"""The end of a call, on a phone: from the incident to everything kept, counted against three minutes.

A browser is quicker than a thumb, so the time is worked out from what the hands and the talk would need, not measured:

- 2 seconds for a tap, finding the place included;
- 0.3 seconds for a character typed with two thumbs, after the tap into its field;
- 1 second for each push of a screen's height up or down;
- 2 seconds to wait for a page;
- 5 seconds for each question that is put to her and answered.
"""

from dataclasses import dataclass
from typing import Any

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitor, Visitors, axe

PHONE = {"width": 390, "height": 844}
TAP, CHARACTER, PUSH, PAGE, QUESTION = 2.0, 0.3, 1.0, 2.0, 5.0
LIMIT = 180.0
KEPT = {"victims.assess_needs", "victims.tell_rights_explained", "victims.tell_statement_offered",
        "victims.tell_referred"}  # fmt: skip


@dataclass
class Thumbs:
    """An officer's thumbs on one page, each movement really made and counted."""

    visitor: Visitor
    taps: int = 0
    characters: int = 0
    pushes: int = 0
    pages: int = 0
    questions: int = 0

    @property
    def seconds(self) -> float:
        said = self.questions * QUESTION
        return self.taps * TAP + self.characters * CHARACTER + self.pushes * PUSH + self.pages * PAGE + said

    def __str__(self) -> str:
        return (
            f"{self.taps} taps, {self.characters} characters, {self.pushes} pushes, {self.pages} pages, "
            f"{self.questions} questions: {self.seconds:.0f} seconds"
        )

    def tap(self, at: Any, *, question: bool = False) -> None:
        """Push until it is on the screen, then tap it."""
        for _ in range(40):
            box = at.bounding_box()
            assert box, "it is on the page"
            if box["y"] >= 0 and box["y"] + box["height"] <= PHONE["height"]:
                break
            down = box["y"] > 0
            self.visitor.page.mouse.wheel(0, PHONE["height"] * 0.8 * (1 if down else -1))
            self.visitor.page.wait_for_timeout(60)
            self.pushes += 1
        self.visitor.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.taps += 1
        self.questions += question

    def choose(self, name: str, value: str, *, question: bool = True) -> None:
        """One answer, by the words that stand beside it."""
        page = self.visitor.page
        given = page.locator(f"[name='{name}'][value='{value}']")
        self.tap(page.locator(f"label[for='{given.get_attribute('id')}']"), question=question)
        assert given.is_checked()

    def write(self, name: str, words: str) -> None:
        """Into a field, with the keys."""
        self.tap(self.visitor.page.locator(f"[name='{name}']"))
        self.visitor.page.keyboard.type(words)
        self.characters += len(words)

    def follow(self, at: Any, then: str) -> None:
        """On to the next page."""
        self.tap(at)
        self.visitor.page.wait_for_url(then)
        self.pages += 1


def test_needs_safe_contact_rights_statement_and_support_in_three_minutes(
    visitors: Visitors, borough: Installation
) -> None:
    made = borough.order("harmed_at_home")
    borough.order("let_in", user_name="lowe", incident=made["incident"])
    with visitors("response_officer", bypass_csp=True, viewport=PHONE, has_touch=True, is_mobile=True) as lowe:
        thumbs = Thumbs(lowe.open(f"/incident/{made['incident']}/"))
        main = lowe.page.locator("main")
        thumbs.follow(main.get_by_role("link", name="Rosa Delaney").first, f"**/victim/{made['victim']}/")
        thumbs.follow(main.get_by_role("link", name="Care at the end of the call"), "**/first-care/")
        assert axe(lowe.page) == []
        _all_five(thumbs)
        thumbs.follow(main.get_by_role("button", name="Save what was done"), f"**/victim/{made['victim']}/")
        assert lowe.said == []
    found = borough.order("promises_of", record=f"victim:{made['victim']}")
    assert {each["kind"] for each in found if each["state"] == "kept"} >= KEPT
    print(thumbs)  # noqa: T201
    assert thumbs.seconds <= LIMIT, thumbs
    assert thumbs.taps <= 25, thumbs


def _all_five(thumbs: Thumbs) -> None:
    """What most calls need: one safe number, each need asked and two of them known, rights, the offer, a yes."""
    thumbs.choose("ways", "phone")
    thumbs.write("number", "07700900417")
    thumbs.choose("safety", "known")
    thumbs.write("safety_words", "He has a key")
    thumbs.choose("speaking", "none")
    thumbs.choose("health", "none")
    thumbs.choose("children", "known")
    thumbs.write("children_words", "Girl, 6")
    thumbs.choose("support", "none")
    thumbs.choose("interviewer", "known")
    thumbs.write("interviewer_words", "A woman")
    thumbs.choose("form", "spoken")
    thumbs.choose("understood", "yes")
    thumbs.choose("answer", "later")
    thumbs.choose("agreed", "yes")
