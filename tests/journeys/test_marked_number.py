"""A call from a marked number: the handler reads what to mind while it still rings, and with the call in hand."""

from tests.journeys.installation import Installation
from tests.journeys.visitor import WIDE_PARTS, Visitors, axe

WORDS = "Her husband rings from here. Send a crew; do not put him through"


def test_it_is_read_before_the_call_is_answered_and_before_it_is_graded(
    visitors: Visitors, borough: Installation
) -> None:
    contact = borough.order("ring_from", number="+44 7700 900222")
    with visitors("contact_handler", bypass_csp=True) as marsh:
        marsh.open("/calls/")
        rings = marsh.text("#rings")
        for words in (WORDS, "Decided by PC 2210 Lowe", "Lapses"):
            assert words in rings
        assert axe(marsh.page) == []
        marsh.page.set_viewport_size({"width": 390, "height": 844})
        assert marsh.page.evaluate(WIDE_PARTS) == []
        marsh.page.locator(f"#rings button[value='{contact.partition(':')[2]}']").click()
        marsh.page.wait_for_url("**/calls/")
        assert WORDS in marsh.text("#before")
        assert axe(marsh.page) == []
        marsh.press("Ended, nothing to log")
        assert marsh.said == []
