"""From the incident to the arrest, the suite's answer, the arrival, detention authorised, and the charge."""

import re

from bluelamp import clock
from bluelamp.cases.rules.first_hearing import Plea, first_hearing
from bluelamp.places.law_in_force import law_of
from tests.custody.evening import ESCORT_SAID
from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitor, Visitors, axe

ARREST = {
    "person": "new",
    "given_names": "Józef",
    "family_name": "Ødegård",
    "under_18": "no",
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


def test_an_adult_from_arrest_to_charge(visitors: Visitors, borough: Installation) -> None:
    incident = borough.made["Neighbour threats, hate"]
    with visitors("response_officer") as lowe, visitors("custody_officer", bypass_csp=True) as haldane:
        arrest = _arrested(lowe, incident)
        _place_given(haldane, arrest)
        lowe.open(f"/arrest/{arrest}/set-out/").fill(
            unit=str(borough.made["unit 42"]), **{**ESCORT_SAID, "sex_considered": True}
        )
        _send(lowe, f"{lowe.address}/incident/{incident}/")
        assert "left for Hatfield" in lowe.text("#happened")
        detention = _authorised(haldane, arrest)
        owed = haldane.text("#owed")
        assert "Ødegård" in haldane.text("h1")
        assert "Detention 24 hours" in owed
        assert "Review 6 hours" in owed
        assert "authorised" in haldane.text("#happened")
        assert lowe.said == haldane.said == []
        _charged(haldane, detention)
    states = {each["kind"]: each["state"] for each in borough.order("promises_of", record=f"detention:{detention}")}
    assert states["custody.decide"] == "kept"
    assert states["custody.detention_limit"] == "kept"


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


def _charged(haldane: Visitor, detention: int) -> None:
    """Charged at the desk and bailed to court: both clocks end, and the case file has it."""
    haldane.open(f"/detention/{detention}/charge/").fill(
        tried="summary", domestic="no", plea="gap", kept="bailed", court="St Albans", on=last_day(kept=False)
    )
    _send(haldane, f"{haldane.address}/detention/{detention}/")
    assert "Charged" in haldane.text("h1 + p")
    assert "Charged" in haldane.text("#happened")
    assert axe(haldane.page) == []


def last_day(*, kept: bool) -> str:
    """The last day for a first hearing after a charge made now, as a date field takes it."""
    found = first_hearing(law_of("cases"), charged_at=clock.now(), in_custody=kept, plea=Plea.GUILTY)
    return found.last_day.isoformat()


def _send(visitor: Visitor, then: str | re.Pattern[str]) -> None:
    """Send the form of the page and come to the next."""
    visitor.page.locator("main form[method=post] button").last.click()
    visitor.page.wait_for_url(then)
