"""Who carries alerts to officers' devices: the browsers' own push services, sealed so that only the device can read.

Without a key nobody does, and that is said; in a demonstration a stand-in shows what would have left. The libraries
are imported by whoever sends: half a second and 15 MB that no page needs.
"""

import hmac
import json
import socket
from typing import Any, Protocol
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from fido2.utils import websafe_encode

from bluelamp.messages.models import PushDevice
from bluelamp.messages.providers import NotTaken
from bluelamp.messages.rules.pushing import all_public, may_post_to

GONE = (404, 410)
LIVES = 4 * 3600
"""Seconds for which a push service keeps an alert for a device that is off."""
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


class Gone(NotTaken):
    """The device took its agreement back; nothing is to be posted there again."""


class Pusher(Protocol):
    """Takes an alert for one device. Raises Gone or NotTaken."""

    def push(self, device: PushDevice, payload: dict[str, str]) -> None: ...


class WebPush:
    """Web push (RFC 8030), sealed (RFC 8291) and signed (RFC 8292)."""

    def push(self, device: PushDevice, payload: dict[str, str]) -> None:
        """Where it goes is judged again each time, and an answer that leads elsewhere is not followed."""
        import requests

        verdict = may_post_to(device.endpoint, services=settings.PUSH_SERVICES, loopback=settings.DEMO)
        if not verdict.allowed:
            raise NotTaken(verdict.words, for_good=True)
        parts = urlsplit(device.endpoint)
        if parts.scheme == "https" and not all_public(_addresses(parts.hostname or "")):
            raise NotTaken("The push service was not found at a public address", for_good=False)
        try:
            answer = requests.post(
                device.endpoint, data=_sealed(device, payload), headers=_headers(f"{parts.scheme}://{parts.netloc}"),
                timeout=10, allow_redirects=False,
            )  # fmt: skip
        except requests.RequestException as error:
            raise NotTaken(f"Push service not reached: {type(error).__name__}", for_good=False) from error
        _judge(answer.status_code)


class PushShownOnly:
    """The stand-in of a demonstration: takes every alert and sends none."""

    def push(self, device: PushDevice, payload: dict[str, str]) -> None:
        """Taken."""


def push_service() -> Pusher | None:
    """The push service of this installation: None where no key is set, in a demonstration the stand-in."""
    if settings.PUSH_KEY:
        return WebPush()
    return PushShownOnly() if settings.DEMO else None


def public_key() -> str:
    """What a browser is told of our key before it agrees; empty where there is none."""
    if not (settings.PUSH_KEY or settings.DEMO):
        return ""
    point = serialization.PublicFormat.UncompressedPoint
    return websafe_encode(_key().public_key().public_bytes(serialization.Encoding.X962, point))


def _key() -> ec.EllipticCurvePrivateKey:
    """The key of the setting; in a demonstration one worked out from the secret, so that browsers can agree to it."""
    from py_vapid import Vapid02

    if settings.PUSH_KEY:
        found: ec.EllipticCurvePrivateKey = Vapid02.from_string(settings.PUSH_KEY).private_key
        return found
    made = hmac.digest(settings.SECRET_KEY.encode(), b"alerts", "sha256")
    return ec.derive_private_key(int.from_bytes(made) % (_ORDER - 1) + 1, ec.SECP256R1())


def _headers(audience: str) -> dict[str, str]:
    from py_vapid import Vapid02

    signed: dict[str, str] = Vapid02(private_key=_key()).sign({"sub": settings.PUSH_CONTACT, "aud": audience})
    return {**signed, "TTL": str(LIVES), "Urgency": "high", "Content-Encoding": "aes128gcm"}


def _sealed(device: PushDevice, payload: dict[str, str]) -> bytes:
    from pywebpush import WebPusher

    keys = {"endpoint": device.endpoint, "keys": {"p256dh": device.point, "auth": device.secret}}
    sealed: Any = WebPusher(keys).encode(json.dumps(payload).encode())
    return bytes(sealed["body"])


def _addresses(host: str) -> list[str]:
    try:
        return [str(found[4][0]) for found in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)]
    except OSError:
        return []


def _judge(code: int) -> None:
    if code in GONE:
        raise Gone("The device takes no alerts any more", for_good=True)
    if not 200 <= code < 300:
        again = code == 429 or code >= 500
        raise NotTaken(f"Push service answered {code}", for_good=not again)
