"""A special from the application to the first patrol: each step signed by its own hand; alone refused in words."""

from typing import Any

import pytest

from tests.journeys.installation import Installation
from tests.journeys.visitor import USER_NAMES, Visitor, Visitors, axe

CHECKS = ("identity", "right_to_work", "references", "vetting", "medical", "fitness")


@pytest.fixture
def _cast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two more who sign in: the tutor, and the special once enrolled."""
    monkeypatch.setitem(USER_NAMES, "tutor of the journey", "wren")
    monkeypatch.setitem(USER_NAMES, "special of the journey", "sparrow")


@pytest.mark.usefixtures("_cast")
def test_from_the_application_to_the_first_patrol(visitors: Visitors, borough: Installation) -> None:
    tutor = _officer(borough, "wren", "Wren", "2533", rank="constable", role="response_officer", skill="tutor")
    with visitors(java_script_enabled=False) as anyone:
        _applies(anyone)
    special = borough.order("last_special")
    with visitors("specials_coordinator") as amadi:
        _accepts_and_checks(amadi, special, tutor)
    with visitors("tutor of the journey") as wren:
        _learns(wren, special)
    number = _officer(borough, "sparrow", "Sparrow", "7102", grade="special_constable", role="special_constable")
    with visitors("specials_coordinator") as amadi:
        amadi.open(f"/specials/{special}/account/").fill(officer=str(number)).send(f"/specials/{special}/")
    with visitors("reviewing_inspector") as farrant:
        farrant.open(f"/specials/{special}/sign/attested/")
        farrant.fill(outcome="passed", words="Hertsmere justices, before D. Marsh JP").send(f"/specials/{special}/")
    with visitors("specials_coordinator", bypass_csp=True) as amadi:
        _goes_on_patrol(amadi, special)
    _never_alone(visitors, borough, number)
    _with_the_tutor(visitors, borough, number, tutor)
    with visitors("special of the journey", viewport={"width": 390, "height": 844}, bypass_csp=True) as sparrow:
        sparrow.open("/specials/mine/")
        assert "Never sent alone" in sparrow.text("main")
        assert axe(sparrow.page) == []
        assert sparrow.said == []


def _officer(borough: Installation, user_name: str, name: str, collar: str, **facts: str) -> int:
    given = {"user_name": user_name, "name": name, "collar": collar, "rank": "", "grade": "", **facts}
    return int(borough.order("enrol_officer", **given))


def _applies(anyone: Visitor) -> None:
    anyone.open("/").press("Become a special")
    anyone.fill(name="Alix Sparrow", aim="community", why="I walk past the station every day", grown=True, right=True)
    assert "Enter an email address or a phone number." in anyone.refused()
    assert anyone.page.input_value("[name=why]") == "I walk past the station every day"
    anyone.fill(phone="01632 960 177").send("/join/received/")
    assert "A person rings or writes to you within 5 days" in anyone.text()


def _accepts_and_checks(amadi: Visitor, special: int, tutor: int) -> None:
    record = f"/specials/{special}/"
    amadi.open("/specials/").press("Alix Sparrow")
    assert amadi.path() == record
    amadi.open(f"{record}contacted/").fill(words="Rang; comes on Tuesday").send(record)
    amadi.open(f"{record}decide/").fill(outcome="accept").send(record)
    for step in CHECKS:
        amadi.open(f"{record}sign/{step}/").fill(outcome="passed").send(record)
    amadi.open(f"{record}tutor/").fill(tutor=str(tutor)).send(record)
    assert "This is for the tutor named for this special." in amadi.text("#may")
    amadi.open(f"{record}sign/phase_1/").fill(outcome="passed")
    assert "This is for the tutor named for this special." in amadi.refused()
    assert amadi.said == []


def _learns(wren: Visitor, special: int) -> None:
    for phase in range(1, 6):
        wren.open("/specials/to-sign/").press(f"Phase {phase}")
        wren.fill(outcome="passed", words="Portfolio seen").send(f"/specials/{special}/")
    assert "This needs an inspector by regular rank; this is a constable." in wren.text("#may")


def _goes_on_patrol(amadi: Visitor, special: int) -> None:
    record = f"/specials/{special}/"
    assert "must both be in date" in amadi.open(record).text("#may")
    for skill in ("officer_safety", "first_aid"):
        until = amadi.page.evaluate("() => new Date(Date.now() + 2e10).toISOString().slice(0, 10)")
        amadi.open(f"{record}training/").fill(skill=skill, until=until).send(record)
    amadi.open(f"{record}sign/accompanied/").fill(outcome="passed").send(record)
    assert "may go only with a named experienced officer" in amadi.text("#sent-to")
    assert axe(amadi.page) == []
    assert amadi.said == []


def _never_alone(visitors: Visitors, borough: Installation, number: int) -> None:
    """Neither the list nor a typed order sends the special alone."""
    borough.order("crew_a_unit", call_sign="S1", officers=[number])
    incident = borough.made["Bike theft, visit"]
    with visitors("dispatcher", java_script_enabled=False) as winter:
        winter.open(f"/dispatch/incident/{incident}/send/")
        assert "Sparrow may patrol only with an experienced officer." in winter.text()
        assert not _links(winter.page, "S1")
        serial = winter.text("h1").rpartition(" ")[2]
        winter.open("/board/").fill(order=f"S1 to {serial}").page.press("[name=order]", "Enter")
        winter.page.wait_for_selector("output.refused")
        assert "may patrol only with an experienced officer" in winter.text("output.refused")


def _with_the_tutor(visitors: Visitors, borough: Installation, number: int, tutor: int) -> None:
    borough.order("crew_a_unit", call_sign="S1", officers=[number, tutor])
    incident = borough.made["Bike theft, visit"]
    with visitors("dispatcher", java_script_enabled=False) as winter:
        winter.open(f"/dispatch/incident/{incident}/send/")
        _links(winter.page, "S1")[0].click()
        winter.fill(why="First patrol, a quiet job").send(f"/board/?incident={incident}")
        assert "S1" in winter.text("#chosen")
    assert borough.order("count_entries", event="dispatch.assigned", record=f"incident:{incident}") == 1


def _links(page: Any, call_sign: str) -> list[Any]:
    return [one for one in page.locator("a.yes").all() if f" {call_sign}," in one.inner_text()]
