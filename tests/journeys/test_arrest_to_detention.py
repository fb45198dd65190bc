"""From the incident to the arrest, the suite's answer, the arrival, and detention authorised with both clocks on."""

import re

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitors


def test_arrest_place_arrival_and_authorised_detention(visitors: Visitors, borough: Installation) -> None:
    incident = borough.made["Neighbour threats, hate"]
    with visitors("response_officer") as lowe:
        lowe.open(f"/incident/{incident}/").press("Make an arrest")
        lowe.fill(
            person="new", given_names="Józef", family_name="Ødegård", offence_words="Racially aggravated harassment",
            offence_code="8T", tried="either_way", domestic="no", suspicion="Heard on the doorbell recording",
            need_prompt_and_effective_investigation="The recording must be put to him today", voluntary="yes",
            voluntary_why="He refused to come", caution_reply="“No comment”",
        )  # fmt: skip
        lowe.press("Record the arrest")
        lowe.page.wait_for_url(re.compile(r"/arrest/\d+/suite/"))
        arrest = int(lowe.path().split("/")[2])
        assert "Hatfield" in lowe.text()
        lowe.page.locator("main form[method=post] button").last.click()
        lowe.page.wait_for_url(re.compile(r"/set-out/"))

        with visitors("custody_officer") as haldane:
            haldane.open("/custody/")
            assert haldane.page.locator(f"a[href='/custody/arrest/{arrest}/place/']").count() == 1
            haldane.open(f"/custody/arrest/{arrest}/place/").fill(answer="accept")
            haldane.page.locator("main form[method=post] button").last.click()
            haldane.page.wait_for_url("**/custody/")

        lowe.open(f"/arrest/{arrest}/set-out/").fill(unit=str(borough.made["unit 42"]))
        lowe.page.locator("main form[method=post] button").last.click()
        lowe.page.wait_for_url(f"**/incident/{incident}/")
        assert "left for Hatfield" in lowe.text("#happened")
        assert lowe.said == []

    with visitors("custody_officer") as haldane:
        haldane.open(f"/arrest/{arrest}/arrive/")
        haldane.page.locator("main form[method=post] button").last.click()
        haldane.page.wait_for_url(re.compile(r"/custody/\d+/authorise/"))
        detention = int(haldane.path().split("/")[2])
        haldane.fill(
            decision="authorise", enough="no", necessity="obtain_evidence_by_questioning",
            grounds="To obtain evidence by questioning about the recording",
        )  # fmt: skip
        haldane.page.locator("main form[method=post] button").last.click()
        haldane.page.wait_for_url(f"**/detention/{detention}/")
        owed = haldane.text("#owed")
        assert "Ødegård" in haldane.text("h1")
        assert "Detention" in owed
        assert "24 hours" in owed
        assert "Review" in owed
        assert "authorised" in haldane.text("#happened")
        assert haldane.said == []
    states = {each["kind"]: each["state"] for each in borough.order("promises_of", record=f"detention:{detention}")}
    assert states["custody.decide"] == "kept"
    assert states["custody.review"] == "open"
    assert states["custody.detention_limit"] == "open"
