"""Alerts on an officer's own device: only for what they are owed word of, a reference and never the story, and only
through a push service that the force knows."""

import base64
import binascii
import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "An alert holds a reference, never the story (force policy)"
LONGEST, MOST = 1_000, 5
POINT, SECRET = 65, 16


class Occasion(StrEnum):
    """What an alert is for. There is no other."""

    CALL_OUT = "call_out"
    ALARM = "alarm"

    @property
    def words(self) -> str:
        return {Occasion.CALL_OUT: "You are called out", Occasion.ALARM: "Something of yours is due"}[self]


@dataclass(frozen=True, kw_only=True)
class Subscription:
    """What a browser gives when it agrees: where to post to, and the two keys (base64) by which only it can read."""

    endpoint: str
    point: str
    secret: str


def may_subscribe(
    given: Subscription, *, services: Sequence[str], shared: bool, kept: int, loopback: bool = False
) -> Verdict:
    """Whether a device may get alerts. `shared`: it is a terminal of several officers; `kept`: how many devices the
    officer has; `loopback`: this machine itself may be posted to (demonstration and tests only)."""
    return every(
        refused("This is a shared terminal: alerts go to your own device.", _SOURCE) if shared else allowed(),
        refused(f"You have {MOST} devices. Stop one first.", _SOURCE) if kept >= MOST else allowed(),
        may_post_to(given.endpoint, services=services, loopback=loopback),
        _keys(given),
    )


def may_post_to(endpoint: str, *, services: Sequence[str], loopback: bool = False) -> Verdict:
    """Allowed only for https at a push service of the force's list ("*.example.org" for every name under it)."""
    no = refused("Your browser's push service is not one that this force uses.", _SOURCE)
    try:
        parts = urlsplit(endpoint)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return no
    if not host or len(endpoint) > LONGEST or "@" in parts.netloc or any(one.isspace() for one in endpoint):
        return no
    if loopback and parts.scheme == "http" and host == "127.0.0.1":
        return allowed()
    known = any(host.endswith(one[1:]) if one.startswith("*.") else host == one for one in services)
    return allowed() if known and parts.scheme == "https" and port in (None, 443) else no


def all_public(addresses: Sequence[str]) -> bool:
    """Whether each network address is a public one; a name that leads to none, or to one within, is not posted to."""
    return bool(addresses) and all(ipaddress.ip_address(one.partition("%")[0]).is_global for one in addresses)


def payload(occasion: Occasion, *, reference: str, opens: str) -> dict[str, str]:
    """What is sealed and sent: that something is due, a reference, and the page to open after signing in."""
    return {"title": "Bluelamp", "body": f"{occasion.words}. Reference {reference}", "open": opens}


def _keys(given: Subscription) -> Verdict:
    point, secret = unsealed(given.point), unsealed(given.secret)
    if len(point) == POINT and point[0] == 4 and len(secret) == SECRET:
        return allowed()
    return refused("Your browser gave no keys. Try again.", _SOURCE)


def unsealed(text: str) -> bytes:
    """Base64 as browsers write it; nothing for what is none."""
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        return b""
