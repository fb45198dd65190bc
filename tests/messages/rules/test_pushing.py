"""Alerts: only to push services that the force knows, only to a device of one's own, and never the story."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluelamp.messages.rules.pushing import Occasion, Subscription, all_public, may_post_to, may_subscribe, payload
from bluelamp.messages.rules.safe_channel import TELLING

SERVICES = ["fcm.googleapis.com", "*.notify.windows.com"]
POINT = base64.urlsafe_b64encode(b"\x04" + b"p" * 64).decode().rstrip("=")
SECRET = base64.urlsafe_b64encode(b"s" * 16).decode().rstrip("=")


@pytest.mark.parametrize("endpoint", ["https://fcm.googleapis.com/fcm/send/abc", "https://wns2.notify.windows.com/w/?t=1",
                                      "https://fcm.googleapis.com:443/x"])  # fmt: skip
def test_known_services_may_be_posted_to(endpoint: str) -> None:
    assert may_post_to(endpoint, services=SERVICES).allowed


@pytest.mark.parametrize("endpoint", [
    "", "fcm.googleapis.com", "http://fcm.googleapis.com/x", "https://fcm.googleapis.com.evil.example/x",
    "https://evil.example/fcm.googleapis.com", "https://fcm.googleapis.com@10.0.0.1/x", "https://10.0.0.1/x",
    "https://127.0.0.1/x", "http://127.0.0.1:8000/x", "https://[::1]/x", "https://localhost/x", "https://169.254.169.254/",
    "https://fcm.googleapis.com:8443/x", "https://fcm.googleapis.com:port/x", "https://notify.windows.com/x",
    "https://evilnotify.windows.com/x", "https://fcm.googleapis.com/" + "x" * 1000, "https://fcm.googleapis.com/ x",
    "https://[::1/x", "file:///etc/passwd", "gopher://fcm.googleapis.com/x",
])  # fmt: skip
def test_nothing_else_may(endpoint: str) -> None:
    verdict = may_post_to(endpoint, services=SERVICES)
    assert not verdict.allowed
    assert verdict.words


def test_this_machine_only_where_it_is_said_so() -> None:
    assert may_post_to("http://127.0.0.1:9000/x", services=SERVICES, loopback=True).allowed
    assert not may_post_to("http://10.0.0.1:9000/x", services=SERVICES, loopback=True).allowed


@given(st.text())
def test_whatever_is_written_gets_an_answer(endpoint: str) -> None:
    assert not may_post_to(endpoint, services=SERVICES).allowed


def test_an_address_within_is_not_posted_to() -> None:
    assert all_public(["142.250.1.95", "2a00:1450:4009:80b::200a"])
    for within in ([], ["10.1.2.3"], ["142.250.1.95", "127.0.0.1"], ["169.254.169.254"], ["fe80::1%eth0"], ["::1"]):
        assert not all_public(within), within


def test_who_may_subscribe() -> None:
    given_ = Subscription(endpoint="https://fcm.googleapis.com/x", point=POINT, secret=SECRET)
    assert may_subscribe(given_, services=SERVICES, shared=False, kept=0).allowed
    assert "shared terminal" in may_subscribe(given_, services=SERVICES, shared=True, kept=0).words
    assert "Stop one first" in may_subscribe(given_, services=SERVICES, shared=False, kept=5).words
    for point, secret in (
        ("", SECRET),
        (POINT, ""),
        ("????", SECRET),
        (SECRET, POINT),
        (POINT[1:], SECRET),
        ("é", "é"),
    ):
        bad = Subscription(endpoint=given_.endpoint, point=point, secret=secret)
        assert "no keys" in may_subscribe(bad, services=SERVICES, shared=False, kept=0).words


@pytest.mark.parametrize("occasion", list(Occasion))
def test_an_alert_never_tells_the_story(occasion: Occasion) -> None:
    said = payload(occasion, reference="4F7A21", opens="/alerts/x/")
    assert set(said) == {"title", "body", "open"}
    assert "4F7A21" in said["body"]
    assert not any(word in said["body"].lower() for word in TELLING)
