"""A swap on a phone: offered by one officer and agreed by the other; one that became illegal meanwhile is refused."""

from typing import Any

from tests.journeys.installation import Installation
from tests.journeys.visitor import WIDE_PARTS, Visitor, Visitors, axe

PHONE = {"width": 390, "height": 844}
Pair = dict[str, dict[str, Any]]


def two_swaps(borough: Installation) -> tuple[Pair, Pair]:
    """The last two swaps of Lowe's with Tan that have no day in common."""
    *others, last = borough.order("swaps_allowed", giver="lowe", taker="tan")
    before = [one for one in others if not days(one) & days(last)]
    return last, before[-1]


def days(pair: Pair) -> set[str]:
    return {pair["gives"]["day"], pair["takes"]["day"]}


def offer(lowe: Visitor, pair: Pair) -> None:
    """Choose the day, see who works then, and offer."""
    lowe.open(f"/duty/swap/{pair['gives']['day']}/?of={pair['gives']['pk']}")
    lowe.page.select_option("[name=on]", pair["takes"]["day"])
    lowe.press("Show who works then")
    assert "Every rule allows it" in lowe.text("main")
    sound(lowe)
    lowe.page.check(f"[name=takes][value='{pair['takes']['pk']}']")
    lowe.press("Offer the swap")
    lowe.page.wait_for_url("**/duty/mine/")
    assert "not answered yet" in lowe.text("#offered")


def sound(visitor: Visitor) -> None:
    """Nothing for axe to find, nothing that scrolls sideways."""
    assert axe(visitor.page) == []
    assert visitor.page.evaluate(WIDE_PARTS) == []


def newest(tan: Visitor) -> Any:
    """The newest swap that Tan is asked for."""
    tan.open("/duty/mine/")
    sound(tan)
    return tan.page.locator("#asked .swap").last


def test_agreed_by_the_other_the_roster_changes_and_both_are_told(visitors: Visitors, borough: Installation) -> None:
    first, second = two_swaps(borough)
    with (
        visitors("response_officer", viewport=PHONE, bypass_csp=True) as lowe,
        visitors("neighbourhood_officer", viewport=PHONE, bypass_csp=True) as tan,
    ):
        offer(lowe, first)
        swap = newest(tan)
        assert "Every rule allows it" in swap.inner_text()
        swap.get_by_role("button", name="Agree").click()
        tan.page.wait_for_load_state("domcontentloaded")
        for visitor in (lowe, tan):
            assert "Your swap is made" in visitor.open("/duty/mine/").text("#told")
        made = {one: borough.order("duties_on", user_name=one, days=sorted(days(first))) for one in ("lowe", "tan")}
        assert [first["takes"]["day"], first["takes"]["shift"], "swap"] in made["lowe"]
        assert [first["gives"]["day"], first["gives"]["shift"], "swap"] in made["tan"]
        _illegal_meanwhile(lowe, tan, borough, second)
        assert lowe.said == []
        assert tan.said == []


def _illegal_meanwhile(lowe: Visitor, tan: Visitor, borough: Installation, second: Pair) -> None:
    """Tan's page still shows the button when Lowe is given leave on the day: by agreeing, the rule is read."""
    offer(lowe, second)
    agree = newest(tan).get_by_role("button", name="Agree")
    borough.order("give_leave", user_name="lowe", day=second["takes"]["day"])
    agree.click()
    tan.page.wait_for_selector(".error-summary")
    refusal = tan.text(".error-summary")
    assert "a day of leave" in refusal
    assert "Police Regulations 2003 reg. 33" in refusal
    sound(tan)
    assert "Refused" in tan.page.locator("#asked .swap").last.inner_text()
    stands = borough.order("duties_on", user_name="lowe", days=[second["gives"]["day"]])
    assert [second["gives"]["day"], second["gives"]["shift"], "search"] in stands
