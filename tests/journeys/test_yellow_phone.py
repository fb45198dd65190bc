"""The yellow phone rings; it is answered, logged and graded; the incident is on the board and a unit is sent."""

import re
from typing import Any

import pytest

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitor, Visitors, axe

THRIVE = {
    "threat": "A man with a stick, by the bus stop",
    "harm": "Nobody hurt yet",
    "risk": "He shouts at people who pass",
    "investigation": "Two witnesses stay",
    "vulnerability": "The caller is 71 and alone",
    "engagement": "She waits inside the council entrance",
}


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_the_ring_to_the_unit_that_is_sent(visitors: Visitors, borough: Installation, script: bool) -> None:
    rings = borough.order("ring_the_yellow_phone")
    with visitors("contact_handler", java_script_enabled=script, bypass_csp=True) as marsh:
        marsh.open("/calls/")
        assert "Yellow phone" in marsh.text()
        marsh.press("Answer")
        assert "/calls/" in marsh.path()
        assert not script or axe(marsh.page) == []
        incident = _logged(marsh)
        assert marsh.said == []
    with visitors("dispatcher", java_script_enabled=script, bypass_csp=True) as winter:
        _sent(winter, incident, script)
        assert winter.said == []
    assert borough.order("count_entries", event="calls.contact_answered", record=rings) == 1
    states = {each["kind"]: each["state"] for each in borough.order("promises_of", record=f"incident:{incident}")}
    assert states["calls.resource"] == "kept"
    assert states["calls.attend"] == "open"


def _logged(marsh: Visitor) -> int:
    marsh.fill(
        what="There is a man with a stick shouting at people at the bus stop.",
        opening_code="violence",
        detail="man with a stick",
        place="Elstree Way, Borehamwood",
        caller_words="A woman, 71",
        signs="weapon",
        grade="G1",
        **THRIVE,
    )
    marsh.press("Log the incident")
    marsh.page.wait_for_url(re.compile(r"/board/\?incident=\d+"))
    assert "man with a stick" in marsh.text()
    return int(marsh.path().split("incident=")[1].split("&")[0])


def _sent(winter: Visitor, incident: int, script: bool) -> None:
    winter.open(f"/board/?incident={incident}")
    assert "Who to send" in winter.text("#chosen")
    assert not script or axe(winter.page) == []
    winter.page.locator("#chosen .send-list button").first.click()
    winter.page.wait_for_load_state("domcontentloaded")
    _wait_for(winter.page, "#chosen", "assigned")


def _wait_for(page: Any, where: str, words: str) -> None:
    page.locator(where, has_text=words).first.wait_for()


def test_a_wrong_answer_loses_no_word(visitors: Visitors) -> None:
    with visitors("contact_handler") as marsh:
        marsh.open("/calls/").fill(what="A long story, word for word ✓", threat="Not said")
        marsh.press("Log the incident")
        marsh.page.locator(".error-summary").wait_for()
        assert marsh.page.input_value("[name=what]") == "A long story, word for word ✓"
        assert marsh.page.input_value("[name=threat]") == "Not said"
        assert marsh.page.evaluate("() => document.activeElement.className") == "error-summary"


def test_the_page_says_so_when_it_rings_and_f4_answers(visitors: Visitors, borough: Installation) -> None:
    with visitors("dispatcher") as winter:
        winter.open("/board/")
        winter.page.evaluate("() => { window.unchanged = true }")
        borough.order("ring_the_yellow_phone")
        strip = winter.page.locator(".ringing")
        strip.wait_for()
        assert strip.get_attribute("aria-live") == "assertive"
        assert winter.page.evaluate("() => window.unchanged")
        winter.page.keyboard.press("F4")
        winter.page.wait_for_url("**/calls/")
        winter.press("End")
        assert winter.said == []
