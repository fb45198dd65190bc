"""To hospital and back: the escort record opens, both clocks stand still, and the escort reports."""

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitors, axe


def test_out_and_back_with_the_clocks_paused(visitors: Visitors, borough: Installation) -> None:
    detention = borough.made["Fenn"]
    record = f"/detention/{detention}/"
    with visitors("custody_officer", bypass_csp=True) as haldane:
        haldane.open(record)
        haldane.page.locator("#may summary", has_text="Moves").click()
        haldane.press("Send to hospital").fill(why="Chest pain", where="Lister Hospital", crew="DO Pell, PC Hale")
        haldane.send(record)
        assert "At hospital" in haldane.text(".standing")
        assert "paused: at hospital" in haldane.text("#owed")
        assert "Escort record opened, Stevenage to Lister Hospital, with DO Pell, PC Hale" in haldane.text("#happened")
        assert axe(haldane.page) == []
        haldane.open("/custody/")
        assert "hospital" in haldane.text("main").lower()
        haldane.open(f"/custody/{detention}/hospital/")
        assert "what the escort reported" in haldane.refused()
        haldane.fill(kept="yes", report="Seen by a doctor, fit to be detained").send(record)
        assert "paused" not in haldane.text("#owed")
        assert "Escort record closed at Lister Hospital" in haldane.text("#happened")
        assert haldane.said == []
