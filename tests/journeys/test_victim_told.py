"""The victim is told of the arrest: an unsafe way is refused in words, the safe way keeps the promise."""

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitors, axe


def test_an_unsafe_way_is_refused_and_the_safe_one_keeps_the_promise(visitors: Visitors, borough: Installation) -> None:
    telling = borough.order("telling", incident=borough.made["marlow"], step="arrested")
    with visitors("victim_care_officer", bypass_csp=True) as sutter:
        sutter.open("/owed/?show=mine")
        assert "Tell Joanne Marlow of the arrest, safely" in sutter.text("main")
        sutter.open(f"/victims/telling/{telling}/")
        assert "Joanne Marlow" not in sutter.page.title()
        assert axe(sutter.page) == []
        sutter.fill(way="phone", result="reached", words="Told her")
        sutter.page.locator("main form[method=post] button").last.click()
        sutter.page.locator(".error-summary").wait_for()
        assert axe(sutter.page) == [], "refused, with the errors drawn"
        refusal = sutter.text(".error-summary")
        assert "safe" in refusal.lower()
        assert _state(borough) == "open"
        sutter.fill(way="text", result="reached", words="Texted after the code word")
        sutter.page.locator("main form[method=post] button").last.click()
        sutter.page.wait_for_url("**/victim/*/")
        assert "Kept" in sutter.text("#owed")
        assert axe(sutter.page) == []
        assert sutter.said == []
    assert _state(borough) == "kept"


def _state(borough: Installation) -> str:
    found = borough.order("promises_of", record=f"victim:{borough.made['victim']}")
    return str(next(each["state"] for each in found if each["kind"] == "victims.tell_arrested"))
