"""A child charged and refused bail: why is asked, the local authority is asked and answers, and it is certified."""

from tests.journeys.installation import Installation
from tests.journeys.test_arrest_to_detention import last_day
from tests.journeys.visitor import Visitors, axe


def test_a_child_is_not_kept_without_the_local_authority(visitors: Visitors, borough: Installation) -> None:
    detention = borough.made["Kemble"]
    record = f"/detention/{detention}/"
    with visitors("custody_officer", bypass_csp=True) as haldane:
        haldane.open(f"{record}charge/").fill(
            tried="summary", domestic="no", plea="gap", kept="kept", court="Stevenage", on=last_day(kept=True)
        )
        assert "grounds for refusing bail" in haldane.refused()
        haldane.fill(kept_why="He would go back to the boy he hurt").send(record)
        haldane.open(f"/custody/{detention}/child/")
        assert "goes to local authority accommodation" in haldane.text()
        haldane.fill(step="ask_open", words="The county council's duty team").send(record)
        haldane.open(f"/custody/{detention}/child/").fill(step="none", words="Nothing free tonight").send(record)
        haldane.open(f"/custody/{detention}/child/").fill(step="impracticable", words="No transport").send(record)
        said = haldane.text("#happened")
        assert "No transport" in said
        haldane.open(f"/custody/{detention}/child/")
        assert "None available" in haldane.text("#so-far")
        assert "Certificate None" not in haldane.text("#so-far")
        assert axe(haldane.page) == []
        assert haldane.said == []
