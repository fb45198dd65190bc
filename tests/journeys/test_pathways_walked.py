"""Stalking by a stranger, and honour-based abuse, from the call to each step done; and each time what nobody does."""

import re

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitor, Visitors, axe

PHONE = {"width": 390, "height": 844}
THRIVE = {
    "threat": "He knows where she lives",
    "harm": "She does not sleep",
    "risk": "More often each week",
    "investigation": "Her camera has him twice",
    "vulnerability": "Lives alone",
    "engagement": "Wants to speak to somebody tonight",
}
FOLLOWED = "A man I do not know waits at my gate each morning"
AFRAID = "My uncles say that I bring shame on them"
NEVER_STALKING = (
    "Never put down as harassment or messages alone",
    "Never tell them to change their number or stay off the internet",
)
NEVER_HONOUR = (
    "No family member or friend interprets, carries word or is a contact",
    "Never mediate, and never bring the family together",
    "Tell the family, community leaders and other services nothing of it",
)


def test_stalked_by_a_stranger_from_the_call_to_each_step(visitors: Visitors, borough: Installation) -> None:
    with visitors("contact_handler", bypass_csp=True) as marsh:
        incident = _called(marsh, opening_code="stalking", what=FOLLOWED, given="Noor", family="Haddad", way="phone")
        assert marsh.said == []
    assert borough.order("domestic_at", incident=incident) == 0, "a stranger makes nothing domestic"
    with visitors("response_officer", bypass_csp=True, viewport=PHONE) as lowe:
        pathway = _out_of_the_queue(lowe, incident)
        states = _states(borough, pathway)
        assert states == {"assess_pathway": ["open"], "pathway_step": ["open"] * 3, "pathway_order": ["open"],
                          "pathway_supervisor": ["open"]}  # fmt: skip
        _says(lowe, pathway, NEVER_STALKING)
        _judged(lowe, pathway)
        for step, words in (
            ("Asked about each way, from the first day", "Since June: at her gate, at the gym, flowers at work"),
            ("Phone, car and accounts looked at", "A tracker under the car, left in its place"),
            ("A stalking advocate offered", "Rang her at work; she says yes"),
        ):
            _done(lowe, pathway, step, words)
        order = lowe.text("#may")
        assert "A stalking protection order considered" in order
        assert "It needs a role that may" in order, "not the officer's to decide"
        assert lowe.said == []
    with visitors("domestic_abuse_specialist", bypass_csp=True) as kerr:
        kerr.open(f"/pathway/{pathway}/")
        _done(kerr, pathway, "A stalking protection order considered", "Applied for at the magistrates' court")
        _done(kerr, pathway, "The stalking lead has read it", "Nothing more than the order; watch the gate")
        kerr.press("Close the pathway").fill(why="Every step is done; he is charged").send(f"/pathway/{pathway}/")
        assert "Closed" in kerr.text("main")
        assert kerr.said == []
    assert {one for each in _states(borough, pathway).values() for one in each} == {"kept"}
    with visitors("roads_officer") as vaughan:
        vaughan.open(f"/pathway/{pathway}/")
        assert "A restricted record exists" in vaughan.text("main")
        assert "Haddad" not in vaughan.text("main")


def test_honour_based_abuse_from_the_call_to_each_step(visitors: Visitors, borough: Installation) -> None:
    with visitors("contact_handler", bypass_csp=True) as marsh:
        incident = _called(
            marsh, opening_code="domestic", what=AFRAID, given="Samira", family="Aziz", way="representative",
            signs="domestic_abuse", circumstances="domestic",
        )  # fmt: skip
    domestic = borough.order("domestic_at", incident=incident)
    borough.order("let_in", user_name="lowe", incident=incident)
    with visitors("response_officer", bypass_csp=True, viewport=PHONE) as lowe:
        pathway, marriage = _by_an_answer(lowe, domestic)
        _says(lowe, pathway, NEVER_HONOUR)
        assert "A safe way goes through somebody else" in lowe.text("main")
        borough.order("she_says", person=borough.order("harmed_in", domestic=domestic), ways=["text"])
        lowe.open(f"/pathway/{pathway}/")
        assert "A safe way goes through somebody else" not in lowe.text("main")
        for step, words in (
            ("Seen alone; an independent interpreter", "Alone at her school, interpreter by phone from outside"),
            ("The specialist on call told now", "DS Kerr told at once: she sleeps elsewhere tonight"),
            ("Brothers, sisters, partner and children thought of", "A sister of 15: children's services told"),
            ("Photograph, description, fingerprints and DNA offered", "She gave all of them, and consents in writing"),
        ):
            _done(lowe, pathway, step, words)
        _may_not_be_left_to_the_officer(lowe, pathway)
        assert lowe.said == []
    with visitors("domestic_abuse_specialist", bypass_csp=True) as kerr:
        kerr.open(f"/pathway/{pathway}/")
        _done(
            kerr, pathway, "A supervisor agrees how they are kept safe", "A refuge far off; nobody of the family knows"
        )
        assert "5 of 5 steps answered" in kerr.open(f"/domestic/{domestic}/").text("#pathways")
        kerr.open(f"/pathway/{marriage}/").press("Close the pathway")
        kerr.fill(why="No marriage was spoken of, she says").send(f"/pathway/{marriage}/")
        assert kerr.said == []
    assert {one for each in _states(borough, pathway).values() for one in each} == {"kept"}
    found = borough.order("promises_of", record=f"pathway:{marriage}")
    assert {each["state"] for each in found} == {"withdrawn"}


def _called(marsh: Visitor, *, what: str, given: str, family: str, way: str, **more: str) -> int:
    """Logged as the caller tells it."""
    marsh.open("/calls/").fill(
        what=what, place="Mill Lane, Elstree", given_names=given, family_name=family, safe_ways=way,
        safe_source="Herself", grade="G2", reason="Afraid, and alone", **THRIVE, **more,
    )  # fmt: skip
    marsh.press("Log the incident")
    marsh.page.wait_for_url(re.compile(r"incident=\d+"))
    return int(marsh.path().split("incident=")[1].split("&")[0])


def _out_of_the_queue(lowe: Visitor, incident: int) -> int:
    """It waits among what is not assessed and belongs to nobody, and stands on the incident too."""
    lowe.open(f"/incident/{incident}/")
    assert "Stalking: a pathway is open" in lowe.text("#happened")
    lowe.press("Pathway: Stalking")
    pathway = int(lowe.path().strip("/").split("/")[1])
    lowe.open("/domestic/")
    row = lowe.page.locator("#open tr", has=lowe.page.locator(f"a[href='/pathway/{pathway}/']"))
    assert "Nobody yet" in row.inner_text()
    assert axe(lowe.page) == []
    row.get_by_role("link", name="Take it on").click()
    lowe.page.wait_for_url("**/take-on/")
    assert axe(lowe.page) == []
    lowe.send(f"/pathway/{pathway}/")
    assert "Not domestic: nobody is known to be personally connected" in lowe.text("main")
    assert "Noor Haddad" in lowe.text("main")
    return pathway


def _says(visitor: Visitor, pathway: int, never: tuple[str, ...]) -> None:
    """What nobody does is on the page before anything else is asked."""
    found = visitor.open(f"/pathway/{pathway}/").text("main")
    assert [words for words in never if words not in found] == []
    assert found.index("Mind this") < found.index("Owed")
    assert axe(visitor.page) == []


def _judged(lowe: Visitor, pathway: int) -> None:
    """Not Standard on one morning alone; then High, by an officer and with the reason."""
    lowe.page.locator("#may a", has_text="Assess the risk").click()
    lowe.page.wait_for_url("**/assess/")
    lowe.fill(grade="standard", reason="He has not spoken to her")
    assert "Not Standard before this is done: Asked about each way" in lowe.refused()
    assert axe(lowe.page) == []
    lowe.fill(grade="high", reason="Each day, and nearer each week").send(f"/pathway/{pathway}/")
    assert "Each day, and nearer each week" in lowe.text("main")


def _done(visitor: Visitor, pathway: int, step: str, words: str) -> None:
    """By its link, in words; then it stands among the answered."""
    visitor.page.locator("#may a", has_text=step).click()
    visitor.page.wait_for_url("**/pathway/step/*/")
    assert step in visitor.text("main")
    assert axe(visitor.page) == []
    visitor.fill(done="yes", words=words).send(f"/pathway/{pathway}/")
    answered = visitor.text("#answered")
    assert step in answered
    assert words in answered


def _by_an_answer(lowe: Visitor, domestic: int) -> tuple[int, int]:
    """Taken on and assessed: one answer opens honour-based abuse and forced marriage."""
    lowe.open(f"/domestic/{domestic}/").press("Take it on").send(f"/domestic/{domestic}/")
    lowe.open(f"/domestic/{domestic}/assess/").fill(q_others_threaten="yes")
    lowe.page.get_by_text("Honour-based abuse").first.wait_for()
    lowe.fill(grade="high", reason="Two uncles, and she is followed").send(f"/domestic/{domestic}/")
    return tuple(_number(lowe, name) for name in ("Honour-based abuse", "Forced marriage"))


def _number(lowe: Visitor, name: str) -> int:
    link = lowe.page.locator("#pathways a", has_text=name).get_attribute("href")
    return int(str(link).strip("/").split("/")[1])


def _may_not_be_left_to_the_officer(lowe: Visitor, pathway: int) -> None:
    """How she is kept safe is agreed by a supervisor."""
    lowe.open(f"/pathway/{pathway}/")
    step = lowe.page.locator("#may li", has_text="A supervisor agrees how they are kept safe")
    assert step.locator("a").count() == 0
    assert "a role that may" in step.inner_text()


def _states(borough: Installation, pathway: int) -> dict[str, list[str]]:
    """The states of its promises by kind."""
    found: dict[str, list[str]] = {}
    for each in borough.order("promises_of", record=f"pathway:{pathway}"):
        found.setdefault(each["kind"].removeprefix("safeguarding."), []).append(each["state"])
    return found
