"""Alerts leave once, sealed for one device and signed by us; what a device no longer takes is stopped."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.models import Entry
from bluelamp.messages import events
from bluelamp.messages.actions.alerts import add_device, stop_device
from bluelamp.messages.models import Push, PushDevice
from bluelamp.messages.push_service import PushShownOnly, WebPush, public_key, push_service
from bluelamp.messages.push_worker import push_next
from bluelamp.messages.pushing import push_to
from bluelamp.messages.rules.pushing import Occasion, Subscription
from bluelamp.verdict import Refused
from tests.messages.push_point import PushPoint, push_point
from tests.messages.written import NOON

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


@pytest.fixture
def device() -> Iterator[PushPoint]:
    with push_point() as point:
        yield point


@pytest.fixture
def lowe(db: None) -> Acting:
    officer = Officer.objects.create(user_name="lowe", name="Lowe", enrolled_at=NOON)
    return Acting(ref=f"officer:{officer.pk}", name="Lowe", officer_id=officer.pk)


def added(by: Acting, device: PushPoint, **more: Any) -> PushDevice:
    add_device(by=by, at=NOON, name="My phone", given=Subscription(**{**device.keys, **more}))
    return PushDevice.objects.get(ended_at=None)


@action
def told(*, by: Acting, at: Any, news: str = "call_out:7") -> int:
    write(events.AGAIN, "message:7", facts={"channel": "text"})
    return push_to(by.number, occasion=Occasion.CALL_OUT, about="call_out:7", news=news, at=at)


def test_only_the_device_can_read_it_and_it_holds_no_story(lowe: Acting, device: PushPoint) -> None:
    added(lowe, device)
    assert told(by=lowe, at=NOON) == 1
    assert push_next(WebPush(), at=NOON)
    assert not push_next(WebPush(), at=NOON + 3 * MINUTE)
    push = Push.objects.get()
    body, opens = f"You are called out. Reference {push.short}", f"/alerts/{push.reference}/"
    assert device.read == [{"title": "Bluelamp", "body": body, "open": opens}]
    assert push.state == Push.State.SENT
    (headers,) = device.headers
    assert (headers["Content-Encoding"], headers["TTL"]) == ("aes128gcm", "14400")
    assert public_key() in headers["Authorization"]
    assert b"called out" not in device.sealed[0]


def test_nobody_is_told_the_same_twice(lowe: Acting, device: PushPoint) -> None:
    added(lowe, device)
    assert [told(by=lowe, at=NOON), told(by=lowe, at=NOON), told(by=lowe, at=NOON, news="else")] == [1, 0, 1]


@pytest.mark.parametrize("code", [404, 410])
def test_a_device_that_took_its_agreement_back_is_posted_to_no_more(lowe: Acting, device: PushPoint, code: int) -> None:
    row = added(lowe, device)
    told(by=lowe, at=NOON)
    device.answer = code
    push_next(WebPush(), at=NOON)
    row.refresh_from_db()
    assert (row.ended_at, row.point, row.secret) == (NOON, "", "")
    assert Push.objects.get().state == Push.State.FAILED
    assert told(by=lowe, at=NOON, news="else") == 0


def test_a_service_that_is_away_is_tried_again_and_then_given_up(lowe: Acting, device: PushPoint) -> None:
    added(lowe, device)
    told(by=lowe, at=NOON)
    device.answer, at = 503, NOON
    for _ in range(5):
        assert push_next(WebPush(), at=at)
        assert not push_next(WebPush(), at=at)
        at += 10 * MINUTE
    assert Push.objects.get().state == Push.State.FAILED
    assert not push_next(WebPush(), at=at)


def test_an_answer_that_leads_elsewhere_is_not_followed(lowe: Acting, device: PushPoint) -> None:
    added(lowe, device)
    told(by=lowe, at=NOON)
    with push_point() as within:
        device.answer, device.leads_to = 307, f"{within.address}/secret"
        push_next(WebPush(), at=NOON)
        assert within.sealed == []
    assert Push.objects.get().trouble == "Push service answered 307"


def test_outside_a_demonstration_this_machine_is_never_posted_to(
    lowe: Acting, device: PushPoint, settings: Any
) -> None:
    added(lowe, device)
    told(by=lowe, at=NOON)
    settings.DEMO = False
    push_next(WebPush(), at=NOON)
    assert device.sealed == []
    assert "not one that this force uses" in Push.objects.get().trouble
    with pytest.raises(Refused, match="not one that this force uses"):
        added(lowe, device)


def test_a_known_name_that_leads_within_is_not_posted_to(lowe: Acting, device: PushPoint, settings: Any) -> None:
    settings.PUSH_SERVICES = ["localhost"]
    added(lowe, device, endpoint="https://localhost/device/1")
    told(by=lowe, at=NOON)
    push_next(WebPush(), at=NOON)
    assert Push.objects.get().trouble == "The push service was not found at a public address"


def test_stopped_or_old_news_does_not_leave(lowe: Acting, device: PushPoint) -> None:
    row = added(lowe, device)
    told(by=lowe, at=NOON)
    push_next(WebPush(), at=NOON + timedelta(hours=5))
    told(by=lowe, at=NOON, news="else")
    stop_device(by=lowe, at=NOON, device=row.pk)
    push_next(WebPush(), at=NOON)
    assert device.sealed == []
    assert {one.trouble for one in Push.objects.all()} == {
        "It is too old to be news", "The device gets no alerts any more"}  # fmt: skip
    with pytest.raises(Refused):
        stop_device(by=lowe, at=NOON, device=row.pk)


def test_without_a_key_none_leaves_and_it_says_so(lowe: Acting, device: PushPoint, settings: Any) -> None:
    assert isinstance(push_service(), PushShownOnly), "a demonstration shows what would have left"
    added(lowe, device)
    told(by=lowe, at=NOON)
    settings.DEMO = False
    assert push_service() is None
    assert public_key() == ""
    push_next(None, at=NOON)
    assert Push.objects.get().get_state_display() == "Not sent: no key is set"


def test_the_key_of_the_setting_signs(lowe: Acting, device: PushPoint, settings: Any) -> None:
    settings.PUSH_KEY = "".join(["AQ" * 21, "E"])
    assert isinstance(push_service(), WebPush)
    added(lowe, device)
    told(by=lowe, at=NOON)
    push_next(WebPush(), at=NOON)
    assert public_key() in device.headers[0]["Authorization"]


def test_the_ledger_holds_no_endpoint_and_no_key(lowe: Acting, device: PushPoint) -> None:
    added(lowe, device)
    told(by=lowe, at=NOON)
    push_next(WebPush(), at=NOON)
    kept = json.dumps([str(one) for one in Entry.objects.values_list("facts", flat=True)])
    assert Entry.objects.filter(event__startswith="messages.push").count() == 2
    assert device.address not in kept
    assert device.point not in kept


def test_another_officer_on_the_same_device_takes_it_over(lowe: Acting, device: PushPoint) -> None:
    first = added(lowe, device)
    other = Officer.objects.create(user_name="kerr", name="Kerr", enrolled_at=NOON)
    kerr = Acting(ref=f"officer:{other.pk}", name="Kerr", officer_id=other.pk)
    assert added(kerr, device).officer == other
    first.refresh_from_db()
    assert first.ended_at is not None
    assert told(by=lowe, at=NOON) == 0
