"""The victim's own page opened with a passkey of their device, in a real browser: kept, used, forgotten.

The browser keeps passkeys for names and not for numbers, so that it is asked by the name of this machine.
"""

from typing import Any

from tests.journeys.installation import Installation
from tests.journeys.test_own_page import PHONE, invited, look
from tests.journeys.visitor import Visitor, Visitors

DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


def device_of(visitor: Visitor) -> Any:
    """A device that keeps passkeys, in this window; answers how to ask it what it keeps."""
    browser = visitor.page.context.new_cdp_session(visitor.page)
    browser.send("WebAuthn.enable", {"enableUI": False})
    made = browser.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return lambda: browser.send("WebAuthn.getCredentials", made)["credentials"]


def test_kept_used_and_forgotten(visitors: Visitors, borough: Installation) -> None:
    victim = borough.order("burgled")["victim"]
    link, code = invited(visitors, victim)
    by_name = borough.address.replace("127.0.0.1", "localhost")
    with visitors(viewport=PHONE, bypass_csp=True) as own:
        own.address = by_name
        keeps = device_of(own)
        own.open(link).fill(code=code).page.locator("main button").click()
        own.page.wait_for_url("**/page/")
        own.press("Open this page faster")
        look(own, "own-keep-passkey")
        own.press("Keep a passkey on this device")
        own.page.wait_for_url("**/page/?saved=yes")
        (kept,) = keeps()
        assert kept["rpId"] == "localhost"
        assert kept.get("userName", "Your page") == "Your page"
        _opened_again(own)
        own.open("/page/passkey/keep/")
        look(own, "own-passkey-kept")
        own.press("Forget my passkeys")
        own.page.wait_for_url("**/page/?saved=yes")
        own.page.context.clear_cookies()
        own.open("/page/passkey/").press("Open with a passkey")
        own.page.locator("text=This page is not open").wait_for()
        assert own.said == []


def _opened_again(own: Visitor) -> None:
    """With nothing but the device: the page that says it is not open leads to it."""
    own.page.context.clear_cookies()
    own.open("/page/")
    own.press("I have a passkey")
    look(own, "own-passkey")
    own.press("Open with a passkey")
    own.page.wait_for_url("**/page/")
    assert "What is happening now" in own.text()


def test_without_scripts_it_says_that_the_code_still_works(visitors: Visitors) -> None:
    with visitors(viewport=PHONE, java_script_enabled=False) as own:
        own.open("/page/passkey/")
        assert "A link and a code still work." in own.text()
        assert not own.page.locator("[data-passkey]").is_visible()
