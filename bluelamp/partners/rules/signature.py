"""Whether an answer that another system sent is signed by it, now: HMAC-SHA256 over the time and the body."""

import hmac
from datetime import UTC, datetime
from hashlib import sha256

from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused

SOURCE = "Signed answers of partner systems (force policy)"


def signed(secret: str, *, timestamp: str, body: bytes) -> str:
    """The signature, as hexadecimal text, of a body sent at `timestamp` (whole seconds since 1970, as text)."""
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, sha256).hexdigest()


def is_signed(law: Law, *, secret: str, timestamp: str, body: bytes, signature: str, at: datetime) -> Verdict:
    """Allowed only if the signature is right and its time is within the policy's seconds of `at`, before or after."""
    right = hmac.compare_digest(signed(secret, timestamp=timestamp, body=body).encode(), signature.encode())
    fresh = law.value("partners.signature_fresh", on=local_day(at))
    if right and timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 12:
        sent = datetime.fromtimestamp(int(timestamp), UTC)
        if abs(at - sent) <= fresh.span:
            return allowed()
    return refused("Not signed.", SOURCE)
