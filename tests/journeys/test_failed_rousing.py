"""A rousing that fails: it cannot be saved as all right, a healthcare professional is called, and it stands so."""

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitors, axe

WOKE = {
    "rousable": "yes", "rousable_words": "Opened his eyes", "commands": "yes", "commands_words": "Lifted one arm",
    "answers": "no", "answers_words": "Did not know where he was",
}  # fmt: skip


def test_a_failed_rousing_calls_for_healthcare(visitors: Visitors, borough: Installation) -> None:
    detention = borough.made["Redfern"]
    path = f"/custody/{detention}/visit/"
    before = borough.order("count_entries", event="custody.visited", record=f"detention:{detention}")
    with visitors("detention_officer", bypass_csp=True) as pryce:
        pryce.open(path).fill(rousable="yes", rousable_words="Opened his eyes").press("Save visit")
        pryce.page.wait_for_selector(".error-summary")
        assert "Annex H" in pryce.text(".error-summary")
        pryce.open(path).fill(**WOKE).press("Save visit")
        pryce.page.wait_for_selector(".error-summary")
        assert "healthcare professional" in pryce.text(".error-summary").lower()
        assert axe(pryce.page) == []
        assert borough.order("count_entries", event="custody.visited", record=f"detention:{detention}") == before
        pryce.press("Nurse or 999 ambulance now")
        pryce.page.wait_for_url(f"{pryce.address}/detention/{detention}/")
        said = pryce.text("#happened")
        assert "Did not know where he was" in said
        assert "Healthcare professional or ambulance" in said
        assert pryce.said == []
