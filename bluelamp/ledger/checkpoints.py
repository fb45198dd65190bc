"""Signed checkpoints: their wording, their key, and the file that keeps them outside the database.

A checkpoint covers every entry whose transaction number is at least `from_xid` and below `below_xid`, in the order of
(xid, seq). Below that mark no transaction is open any more, so the set is final whatever order they committed in.
"""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bluelamp.ledger import canonical


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """One covered entry, enough to name it should it be gone: `mark` is the start of its hash (8 bytes, hex)."""

    record: str
    n: int
    seq: int
    mark: str

    def __str__(self) -> str:
        return f"{self.record} {self.n} {self.seq} {self.mark}"


@dataclass(frozen=True, kw_only=True)
class Signed:
    """A checkpoint as stored: the exact text signed, the signature and the signer's public key (both hex)."""

    body: str
    signature: str
    signer: str
    leaves: str = ""

    @property
    def facts(self) -> dict[str, int | str]:
        return dict(json.loads(self.body))

    @property
    def number(self) -> int:
        return int(self.facts["number"])

    @property
    def hash(self) -> str:
        return sha256(self.body.encode()).hexdigest()

    def listed(self) -> list[Leaf]:
        """The entries it covers, as named in the file."""
        parts = [line.rsplit(" ", 3) for line in self.leaves.splitlines()]
        return [Leaf(record=record, n=int(n), seq=int(seq), mark=mark) for record, n, seq, mark in parts]

    def is_genuine(self) -> bool:
        """Whether the signature fits the text and the signer."""
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.signer))
            key.verify(bytes.fromhex(self.signature), self.body.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


def key_at(path: Path) -> Ed25519PrivateKey:
    """The notary's key; made on first use, readable by its owner alone (0600)."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(Ed25519PrivateKey.generate().private_bytes_raw().hex())
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text(encoding="ascii").strip()))


def public_key(path: Path) -> str:
    """The public half in hex."""
    return key_at(path).public_key().public_bytes_raw().hex()


def sign(key: Ed25519PrivateKey, facts: dict[str, int | str], leaves: Sequence[Leaf]) -> Signed:
    body = canonical.text(facts)
    signer = key.public_key().public_bytes_raw().hex()
    listed = "\n".join(str(leaf) for leaf in leaves)
    return Signed(body=body, signature=key.sign(body.encode()).hex(), signer=signer, leaves=listed)


def append(path: Path, signed: Signed) -> None:
    """Add one line to the file and wait until it is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(vars(signed), ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())


def in_file(path: Path) -> Iterator[Signed]:
    """Every checkpoint of the file, in its order. Raises ValueError naming file and line if one cannot be read;
    a last line that a crash cut short is left out (the notary writes it again)."""
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith("\n"):
                return
            try:
                yield Signed(**json.loads(line))
            except (ValueError, TypeError) as error:
                raise ValueError(f"{path}, line {number}: not a checkpoint.") from error


def mend(path: Path) -> None:
    """Cut off a last line that a crash left unfinished."""
    if not path.exists():
        return
    content = path.read_bytes()
    if content and not content.endswith(b"\n"):
        os.truncate(path, content.rfind(b"\n") + 1)
