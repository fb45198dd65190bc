"""Alerts in a real browser: asked for, agreed to, sealed and sent by the server, shown without the story, and opened.

The browsers of these tests reach no push service: the device's keys and the service stand in for it, and what the
server sealed for them is handed to the real service worker.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.journeys.installation import Installation
from tests.journeys.visitor import Visitor, Visitors, axe
from tests.messages.push_point import PushPoint, push_point

AGREES = {"bypass_csp": True, "permissions": ["notifications"]}
STAND_IN = """(keys) => {
  PushManager.prototype.subscribe = async function (asked) {
    if (!(await navigator.serviceWorker.getRegistration("/alerts/")).active) throw new Error("no active worker");
    window.askedWith = asked.applicationServerKey.length;
    return { toJSON: () => ({ endpoint: keys.endpoint, keys: { p256dh: keys.point, auth: keys.secret } }) };
  };
}"""
CLICKED = """async () => {
  const opened = [];
  self.clients.openWindow = async (where) => opened.push(where);
  const [shown] = await self.registration.getNotifications();
  const click = new NotificationEvent("notificationclick", { notification: shown });
  const work = [];
  click.waitUntil = (each) => work.push(each);
  self.dispatchEvent(click);
  await Promise.all(work);
  return { opened, left: (await self.registration.getNotifications()).length };
}"""
SHOWN = """async () => (await (await navigator.serviceWorker.getRegistration("/alerts/")).getNotifications())
  .map((one) => ({ title: one.title, body: one.body, data: one.data }))"""


@pytest.fixture
def device() -> Iterator[PushPoint]:
    with push_point() as point:
        yield point


def test_an_alert_is_agreed_to_sent_shown_and_opened(
    visitors: Visitors, borough: Installation, device: PushPoint
) -> None:
    about = f"victim:{borough.made['victim']}"
    with visitors("victim_care_officer", **AGREES) as sutter:
        registration = _registration(sutter)
        _agreed(sutter, device)
        assert borough.order("alert", user_name="sutter", about=about) == "sent"
        (said,) = device.read
        _delivered(sutter, registration(), said)
        shown = _shown(sutter)
        assert [one["title"] for one in shown] == ["Bluelamp"]
        assert shown[0]["body"].startswith("Something of yours is due. Reference ")
        story = ("Marlow", "Joanne", "victim", "arrest", "domestic")
        assert [word for word in story if word.casefold() in json.dumps(shown[0]).casefold()] == []
        click = sutter.page.context.service_workers[0].evaluate(CLICKED)
        assert click == {"opened": [said["open"]], "left": 0}
        sutter.open(said["open"])
        assert sutter.path() == f"/victim/{borough.made['victim']}/"
        assert sutter.said == []
    with visitors("dispatcher") as winter:
        answer = winter.page.goto(f"{winter.address}{said['open']}")
        assert answer is not None
        assert answer.status == 404, "somebody else's alert opens nothing"


def test_the_page_says_what_stands_in_the_way(visitors: Visitors) -> None:
    with visitors("response_officer", bypass_csp=True) as lowe:
        lowe.page.add_init_script("Notification.requestPermission = async () => 'denied'")
        lowe.open("/alerts/").press("Alert me on this device")
        lowe.page.get_by_text("The browser did not agree. Allow notifications").wait_for()
        assert axe(lowe.page) == []
    with visitors("response_officer", **AGREES) as lowe:
        lowe.open("/alerts/").press("Alert me on this device")
        lowe.page.get_by_text("The browser could not reach its push service").wait_for()
        assert not lowe.page.get_by_text("The browser did not agree").is_visible()
        assert "No device of yours gets alerts." in lowe.text("#devices")
        assert axe(lowe.page) == []
    with visitors("response_officer", bypass_csp=True) as lowe:
        lowe.page.add_init_script("delete window.PushManager")
        lowe.open("/alerts/")
        assert "This browser cannot take alerts." in lowe.text("main")
        assert not lowe.page.get_by_role("button", name="Alert me on this device").is_visible()


def _registration(visitor: Visitor) -> Any:
    """Gives the number of the registration that the browser made since."""
    found: list[str] = []
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(
            one["registrationId"] for one in event["registrations"] if one["scopeURL"].endswith("/alerts/")
        ),
    )
    session.send("ServiceWorker.enable")
    visitor.session = session  # type: ignore[attr-defined]
    return lambda: found[-1]


def _agreed(visitor: Visitor, device: PushPoint) -> None:
    """By the button, with the keys of the stand-in: the server keeps them and the page names the device."""
    visitor.page.add_init_script(f"({STAND_IN})({json.dumps(device.keys)})")
    visitor.open("/alerts/").fill(name="Her phone")
    assert axe(visitor.page) == []
    visitor.press("Alert me on this device")
    visitor.page.locator("#devices bdi", has_text="Her phone").wait_for()
    assert "on Her phone" in visitor.text("#devices")
    assert visitor.page.evaluate("async () => (await navigator.serviceWorker.ready).active.scriptURL").endswith(
        "/alerts/worker.js"
    )


def _delivered(visitor: Visitor, registration: str, said: dict[str, Any]) -> None:
    """As the push service would, through the browser's own tools."""
    asked = {"origin": visitor.address, "registrationId": registration, "data": json.dumps(said)}
    visitor.session.send("ServiceWorker.deliverPushMessage", asked)  # type: ignore[attr-defined]


def _shown(visitor: Visitor) -> list[dict[str, Any]]:
    """What stands on the device, once it does."""
    for _ in range(100):
        if found := visitor.page.evaluate(SHOWN):
            return list(found)
        visitor.page.wait_for_timeout(100)
    raise AssertionError("No notification was shown.")
