"""Whether a one-time link opens: known, not used, not run out, not locked, and with the right code."""

import hmac
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from bluelamp.verdict import Verdict, allowed, refused

DEAD = "This link cannot be used."
"""The one answer to every link that does not open, so that nobody learns why."""
_SOURCE = "To outsiders not allowed and not existing look the same"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A link as it stands. `tries` are wrong codes so far."""

    expires_at: datetime
    used: bool
    taken_back: bool
    tries: int


def is_alive(link: Facts | None, *, at: datetime, most_tries: int) -> bool:
    """Whether a link could still be opened with the right code."""
    return (
        link is not None and not link.used and not link.taken_back and link.tries < most_tries and at < link.expires_at
    )


def may_open(link: Facts | None, *, code_is_right: bool, at: datetime, most_tries: int) -> Verdict:
    """Allowed only for a link alive at `at` with the right code; every refusal is in the same words."""
    if is_alive(link, at=at, most_tries=most_tries) and code_is_right:
        return allowed()
    return refused(DEAD, _SOURCE)


def token_hash(token: str) -> str:
    """What is kept of a link's token: 256 random bits need no slow hash."""
    return sha256(token.encode()).hexdigest()


def code_hash(token: str, code: str) -> str:
    """What is kept of a code, keyed by the token, which is kept nowhere: nobody who reads the table can try codes."""
    digits = "".join(one for one in code if one.isdigit())
    return hmac.new(token.encode(), digits.encode(), sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Compared in a time that tells nothing."""
    return hmac.compare_digest(one.encode(), other.encode())
