"""Fresh secrets of links and keys, made here and kept nowhere."""

import secrets
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.crypto import salted_hmac

from bluelamp.partners.rules.link import code_hash, token_hash

_SALT = "bluelamp.partners.webhook"


@dataclass(frozen=True, kw_only=True)
class FreshLink:
    """A token nobody can guess and a code to be given another way."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    code: str = field(default_factory=lambda: f"{secrets.randbelow(10**8):08d}")

    @property
    def hashes(self) -> dict[str, str]:
        """What is kept of it."""
        return {"token_hash": token_hash(self.token), "code_hash": code_hash(self.token, self.code)}

    @property
    def spoken(self) -> str:
        """The code in two halves, as it is read out."""
        return f"{self.code[:4]} {self.code[4:]}"


def fresh_visit() -> str:
    """The secret of a visit, kept in the partner's browser alone."""
    return secrets.token_urlsafe(32)


def webhook_secret(seed: UUID) -> str:
    """The secret of a key for signed answers, worked out anew each time from the installation's own secret."""
    return salted_hmac(_SALT, str(seed), algorithm="sha256").hexdigest()
