"""A review done on time is kept; one done late is late for good, on its record and on What we owe."""

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitor, Visitors, axe


def _review(farrant: Visitor, detention: int) -> None:
    farrant.open(f"/custody/{detention}/review/")
    assert axe(farrant.page) == []
    farrant.fill(
        outcome="continued", words="Interview still to come.", representations="None made.", method="in_person"
    )
    farrant.page.locator("main form[method=post] button").last.click()
    farrant.page.wait_for_url(f"**/detention/{detention}/")


def _state(borough: Installation, detention: int, slot: str) -> str:
    found = borough.order("promises_of", record=f"detention:{detention}")
    return str(next(each["state"] for each in found if each["kind"] == "custody.review" and each["slot"] == slot))


def test_on_time_is_kept(visitors: Visitors, borough: Installation) -> None:
    detention = borough.made["Wahid"]
    with visitors("reviewing_inspector", bypass_csp=True) as farrant:
        _review(farrant, detention)
        assert "Kept" in farrant.text("#owed")
        assert axe(farrant.page) == []
        assert farrant.said == []
    assert _state(borough, detention, "1") == "kept"


def test_late_stays_late(visitors: Visitors, borough: Installation) -> None:
    detention = borough.made["Pike"]
    with visitors("reviewing_inspector", bypass_csp=True) as farrant:
        farrant.open("/owed/")
        assert "Review 1, detention of Darren Pike" in farrant.text("main")
        late_before = _late(farrant)
        _review(farrant, detention)
        assert "Late" in farrant.text("#owed")
        assert axe(farrant.page) == []
        farrant.open("/owed/")
        assert "Review 1, detention of Darren Pike" not in farrant.text("main")
        assert _late(farrant) == late_before, "a late promise that is done stays in the figure"
        assert farrant.said == []
    assert _state(borough, detention, "1") == "late"


def _late(farrant: Visitor) -> int:
    figures = farrant.page.locator("#figure .figure", has_text="done after due").first
    return int(figures.locator("b").first.inner_text())
