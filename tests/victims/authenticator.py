"""A device that keeps passkeys, as a browser would speak for it: real keys and real signatures, for tests."""

import hashlib
import json
import struct
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

ORIGIN, SITE = "http://testserver", "testserver"


class Device:
    """`device.make(asked)` and `device.prove(asked)` answer what a page asked; `count` is its count of uses."""

    def __init__(self, name: bytes = b"a device of a test") -> None:
        self.key, self.name, self.count = ec.generate_private_key(ec.SECP256R1()), name, 0

    def make(self, asked: dict[str, Any], *, origin: str = ORIGIN) -> str:
        public = AttestedCredentialData.create(
            b"\0" * 16, self.name, ES256.from_cryptography_key(self.key.public_key())
        )
        data = AuthenticatorData.create(_site(), 0x45, self.count, public)
        made = AttestationObject.create("none", data, {})
        client = _client("webauthn.create", asked["challenge"], origin)
        return self._said(clientDataJSON=client, attestationObject=bytes(made))

    def prove(self, asked: dict[str, Any], *, origin: str = ORIGIN, flags: int = 0x05) -> str:
        self.count += 1
        data = _site() + struct.pack(">BI", flags, self.count)
        client = _client("webauthn.get", asked["challenge"], origin)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._said(clientDataJSON=client, authenticatorData=data, signature=signature)

    def _said(self, **parts: bytes) -> str:
        response = {name: websafe_encode(part) for name, part in parts.items()}
        name = websafe_encode(self.name)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": response,
                           "clientExtensionResults": {}})  # fmt: skip


def _site() -> bytes:
    return hashlib.sha256(SITE.encode()).digest()


def _client(kind: str, challenge: str, origin: str) -> bytes:
    return json.dumps({"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": False}).encode()
