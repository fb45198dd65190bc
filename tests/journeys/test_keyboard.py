"""By keyboard alone: sign in, go to the board, choose an incident, send a unit. The focus is always to be seen."""

from typing import Any

from tests.journeys.installation import Installation
from tests.journeys.visitor import PASSWORD, USER_NAMES, Visitors

FOCUS = """() => { const e = document.activeElement;
  const ring = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
  return {name: e.name || '', text: e.textContent.trim().slice(0, 60), href: e.getAttribute('href') || '',
          seen: [e, e.closest('label'), e.nextElementSibling].some(one => one && ring(getComputedStyle(one)))}; }"""
# A field may wear its ring on its label, as the order box and the segments do.


def tab_to(page: Any, **wanted: str) -> dict[str, Any]:
    """Press Tab until the focus is on what is wanted; each stop on the way must be seen."""
    for _ in range(80):
        page.keyboard.press("Tab")
        found: dict[str, Any] = page.evaluate(FOCUS)
        assert found["seen"], f"no focus ring on {found}"
        if all(words in found[name] for name, words in wanted.items()):
            return found
    raise AssertionError(f"Tab never came to {wanted}")


def test_sign_in_board_and_send_by_keyboard_alone(visitors: Visitors, borough: Installation) -> None:
    incident = borough.made["Statement, robbery"]
    with visitors(viewport={"width": 1440, "height": 900}) as winter:
        page = winter.open("/sign-in/?next=/board/").page
        tab_to(page, name="login")
        page.keyboard.type(USER_NAMES["dispatcher"])
        tab_to(page, name="password")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{visitors.address}/board/")
        tab_to(page, href=f"incident={incident}")
        page.keyboard.press("Enter")
        page.locator(f"#chosen[data-incident='{incident}']").wait_for()
        page.keyboard.press("F8")
        page.locator("#chosen", has_text="assigned").first.wait_for()
        assert winter.said == []
    kept = {each["kind"]: each["state"] for each in borough.order("promises_of", record=f"incident:{incident}")}
    assert kept["calls.attend"] == "open"
