"""A custody sergeant books in an ordinary adult by keyboard alone; every keystroke counts, Tab and Enter too.

At 0.28 s a keystroke, 850 are about four minutes. The count is printed and may not grow.
"""

from dataclasses import dataclass
from typing import Any

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitors

AT_MOST = 850
NOW_TAKEN = 603
"""What it takes today. Make it smaller when it gets shorter; a longer flow needs a reason as good as the law."""


@dataclass
class Keyboard:
    """Counts what is pressed on a page."""

    page: Any
    count: int = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.count += 1

    def words(self, text: str) -> None:
        """Words, and Enter to go on."""
        self.page.keyboard.type(text)
        self.count += len(text)
        self.press("Enter")

    def paragraph(self, text: str) -> None:
        """Words in a field of several lines, and Tab to go on."""
        self.page.keyboard.type(text)
        self.count += len(text)
        self.press("Tab")

    def at(self, name: str) -> None:
        """The focus is where the flow should have come to."""
        here = self.page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")
        assert here == name, f"at {here}, not at {name}"


def book_in(keys: Keyboard) -> None:
    decide(keys)
    ask(keys)
    tell_rights(keys)
    assess(keys)
    search_keep_and_place(keys)


def decide(keys: Keyboard) -> None:
    keys.at("decision")
    keys.press("a", "n")
    keys.at("necessity")
    keys.press("Tab", "Space", "Enter")
    keys.at("grounds")
    keys.paragraph("To ask him about the goods found in his bag and who was with him.")


def ask(keys: Keyboard) -> None:
    keys.at("born")
    keys.press("g")
    keys.at("born_on")
    keys.words("14031991")
    keys.at("appears")
    keys.press("n", "m", "n", "n")
    keys.at("ethnicity")
    keys.words("W1")
    keys.press("1")


def tell_rights(keys: Keyboard) -> None:
    keys.at("someone_informed")
    keys.press("w")
    keys.words("Wife Ana, 07700 900431")
    keys.press("n")
    keys.words("No, I just want it over")
    keys.press("n")
    keys.words("I don't want the book")
    keys.at("written_notice")
    keys.press("w", "Enter")
    keys.press("n")
    keys.words("I speak English")


def assess(keys: Keyboard) -> None:
    keys.at("handed_over")
    keys.words("Calm all the way, no force used, nothing known")
    keys.at("illness_or_injury")
    keys.press("y")
    keys.words("Asthma, uses a blue inhaler")
    keys.press("y")
    keys.words("Salbutamol, last taken this morning")
    keys.press("n", "n", "n")
    keys.at("pregnancy_or_periods")
    keys.press("n", "n")
    keys.press("n")
    keys.press("y")
    keys.words("Two children, with their mother")
    keys.press("n")
    keys.at("observation")
    keys.paragraph("Alert, steady, speaks clearly, no smell of drink. Small graze on the left hand, not bleeding.")
    keys.words("Asthma")


def search_keep_and_place(keys: Keyboard) -> None:
    keys.at("searcher_sex")
    keys.press("m")
    keys.words("For anything that could hurt or be evidence")
    keys.words("")
    keys.at("property")
    keys.press("k")
    keys.at("things")
    keys.words("Phone, two keys, wallet, belt, laces")
    keys.at("pounds")
    keys.words("23.40")
    keys.at("medicines")
    keys.words("Inhaler")
    keys.at("seal")
    keys.words("S 90311")
    keys.at("agreed")
    keys.words("Signed")
    keys.at("plan_level")
    keys.press("1")
    keys.words("Well, sober, no history, inhaler kept at the desk")
    keys.words("")
    keys.press("n")
    keys.at("cell")
    keys.press("1")
    keys.words("")
    keys.at("Save the booking in")
    keys.press("Enter")


def test_a_whole_booking_in_by_keyboard_alone(visitors: Visitors, borough: Installation) -> None:
    detention = borough.made["Fairley"]
    with visitors("custody_officer", locale="en-GB", viewport={"width": 1280, "height": 900}) as sergeant:
        page = sergeant.open(f"/custody/{detention}/book-in/").page
        keys = Keyboard(page)
        book_in(keys)
        page.wait_for_url(lambda url: url.endswith(f"/detention/{detention}/"))
        said = sergeant.text()
        assert sergeant.said == []
    print(f"Keystrokes of a whole booking in: {keys.count} (at most {AT_MOST})")  # noqa: T201
    assert "Nothing: booking in is whole." in said
    assert "Free legal advice Not now" in said
    assert "No, I just want it over" in said
    assert "Asthma, Illness or injury, Medication" in said
    assert "£23.40" in said
    assert keys.count <= min(AT_MOST, NOW_TAKEN)
