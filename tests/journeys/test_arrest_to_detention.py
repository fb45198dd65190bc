"""From the incident to the arrest, the suite's answer, the arrival, and detention authorised with both clocks on."""

import re

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitor, Visitors

ARREST = {
    "person": "new",
    "given_names": "Józef",
    "family_name": "Ødegård",
    "offence_words": "Racially aggravated harassment",
    "offence_code": "8T",
    "tried": "either_way",
    "domestic": "no",
    "suspicion": "Heard on the doorbell recording",
    "need_prompt_and_effective_investigation": "The recording must be put to him today",
    "voluntary": "yes",
    "voluntary_why": "He refused to come",
    "caution_reply": "“No comment”",
}


def test_arrest_place_arrival_and_authorised_detention(visitors: Visitors, borough: Installation) -> None:
    incident = borough.made["Neighbour threats, hate"]
    with visitors("response_officer") as lowe, visitors("custody_officer") as haldane:
        arrest = _arrested(lowe, incident)
        _place_given(haldane, arrest)
        lowe.open(f"/arrest/{arrest}/set-out/").fill(unit=str(borough.made["unit 42"]))
        _send(lowe, f"{lowe.address}/incident/{incident}/")
        assert "left for Hatfield" in lowe.text("#happened")
        detention = _authorised(haldane, arrest)
        owed = haldane.text("#owed")
        assert "Ødegård" in haldane.text("h1")
        assert "Detention 24 hours" in owed
        assert "Review 6 hours" in owed
        assert "authorised" in haldane.text("#happened")
        assert lowe.said == haldane.said == []
    states = {each["kind"]: each["state"] for each in borough.order("promises_of", record=f"detention:{detention}")}
    assert states["custody.decide"] == "kept"
    assert states["custody.review"] == "open"
    assert states["custody.detention_limit"] == "open"


def _arrested(lowe: Visitor, incident: int) -> int:
    """Arrest somebody not known, and ask the suite that is advised for a place."""
    lowe.open(f"/incident/{incident}/").press("Make an arrest").fill(**ARREST)
    lowe.press("Record the arrest")
    lowe.page.wait_for_url(re.compile(r"/arrest/\d+/suite/"))
    arrest = int(lowe.path().split("/")[2])
    assert "Hatfield" in lowe.text()
    _send(lowe, re.compile(r"/set-out/"))
    return arrest


def _place_given(haldane: Visitor, arrest: int) -> None:
    haldane.open("/custody/")
    assert haldane.page.locator(f"a[href='/custody/arrest/{arrest}/place/']").count() == 1
    haldane.open(f"/custody/arrest/{arrest}/place/").fill(answer="accept")
    _send(haldane, f"{haldane.address}/custody/")


def _authorised(haldane: Visitor, arrest: int) -> int:
    haldane.open(f"/arrest/{arrest}/arrive/")
    _send(haldane, re.compile(r"/custody/\d+/book-in/"))
    detention = int(haldane.path().split("/")[2])
    haldane.fill(
        decision="authorise",
        enough="no",
        necessity="obtain_evidence_by_questioning",
        grounds="To obtain evidence by questioning about the recording",
    )
    _send(haldane, f"{haldane.address}/detention/{detention}/")
    return detention


def _send(visitor: Visitor, then: str | re.Pattern[str]) -> None:
    """Send the form of the page and come to the next."""
    visitor.page.locator("main form[method=post] button").last.click()
    visitor.page.wait_for_url(then)
