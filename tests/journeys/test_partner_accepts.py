"""A partner opens a link in a browser that never signed in, accepts and says that the victim was reached. A guessed
and a used link are dead, and say no more than that."""

from typing import Any

from tests.journeys.installation import Installation
from tests.journeys.visitor import WIDE_PARTS, Visitor, Visitors, axe

PHONE = {"width": 390, "height": 844}


def made_link(sutter: Visitor, share: int) -> tuple[str, str]:
    """The link's path and its code, as the officer sees them once."""
    sutter.open(f"/partners/share/{share}/").press("Make a link for the partner")
    sutter.page.locator("main form[method=post] button").last.click()
    sutter.page.wait_for_selector("#read-code")
    assert axe(sutter.page) == []
    return sutter.text("#send-link output").removeprefix(sutter.address), sutter.text("#read-code .read-out")


def is_nothing(partner: Visitor) -> bool:
    return partner.text("h1") == "There is nothing here" and partner.page.title() == "Shared page"


def gives_code(partner: Visitor, path: str, code: str) -> None:
    partner.open(path).fill(code=code).press("Open")


def sound(partner: Visitor) -> bool:
    """Nothing for axe to find, nothing sideways, no script, a title that names nobody."""
    assert partner.page.title() == "Shared page"
    assert partner.page.locator("head script").count() == 0
    assert partner.page.evaluate(WIDE_PARTS) == []
    assert axe(partner.page) == []
    return True


def states(borough: Installation, share: int) -> dict[str, Any]:
    return {one["kind"]: one["state"] for one in borough.order("promises_of", record=f"share:{share}")}


def finds_it(partner: Visitor, path: str, code: str) -> None:
    """Nothing by the link alone or by a wrong code; by the right one the agreed fields."""
    partner.open(path)
    assert sound(partner)
    assert "Marlow" not in partner.text()
    gives_code(partner, path, "00000001" if code != "0000 0001" else "00000002")
    assert is_nothing(partner)
    gives_code(partner, path, code)
    assert partner.path() == "/shared/"
    assert sound(partner)
    assert "Joanne Marlow" in partner.text("#fields")
    assert "victim:" not in partner.text()


def test_a_partner_accepts_and_says_she_was_reached(visitors: Visitors, borough: Installation) -> None:
    share = borough.made["share"]
    assert states(borough, share) == {"partners.answer": "open", "partners.reached": "open"}
    with (
        visitors("victim_care_officer", bypass_csp=True) as sutter,
        visitors(bypass_csp=True, viewport=PHONE) as partner,
    ):
        finds_it(partner, *made_link(sutter, share))
        partner.press("Accept").fill(words="P. Oduya rings her at ten")
        assert sound(partner)
        partner.send("/shared/")
        assert "You accepted" in partner.text("main")
        assert states(borough, share) == {"partners.answer": "kept", "partners.reached": "open"}
        partner.press("They were reached").fill(words="Spoke to her alone").send("/shared/")
        assert "They were reached" in partner.text("#answered")
        assert sound(partner)
        assert states(borough, share) == {"partners.answer": "kept", "partners.reached": "kept"}
        sutter.open(f"/partners/share/{share}/")
        assert "has reached them. Spoke to her alone" in sutter.text("#happened")
        assert partner.said == sutter.said == []


def test_used_guessed_and_closed_there_is_nothing(visitors: Visitors, borough: Installation) -> None:
    with (
        visitors("victim_care_officer", bypass_csp=True) as sutter,
        visitors(bypass_csp=True) as partner,
        visitors(theme="dark", bypass_csp=True) as other,
    ):
        path, code = made_link(sutter, borough.made["share"])
        gives_code(partner, path, code)
        assert "Joanne Marlow" in partner.text("#fields")
        said = []
        for where, given in ((path, code), ("/shared/guessed-by-somebody/", "1234 5678")):
            gives_code(other, where, given)
            assert is_nothing(other)
            assert sound(other)
            said.append(other.text("main"))
        assert said[0] == said[1]
        partner.press("Close this page")
        assert "closed on this device" in partner.text("main")
        partner.page.go_back()
        assert is_nothing(partner), "nothing was kept by the browser"
        assert partner.said == other.said == []


def test_a_partner_declines_and_another_way_is_owed(visitors: Visitors, borough: Installation) -> None:
    share = borough.made["share accepted"]
    with visitors("victim_care_officer", bypass_csp=True) as sutter, visitors(bypass_csp=True) as partner:
        gives_code(partner, *made_link(sutter, share))
        partner.press("Decline")
        assert "so that another way is found" in partner.refused()
        assert sound(partner)
        partner.fill(words="She has moved out of our area").send("/shared/")
        assert "You declined" in partner.text("main")
        sutter.open(f"/partners/share/{share}/")
        assert "Find another way" in sutter.text("#owed")
        sutter.press("Another way was found").fill(words="Shared with the service of her new county")
        sutter.send(f"/partners/share/{share}/")
        assert states(borough, share)["partners.another_way"] == "kept"
        assert partner.said == sutter.said == []
