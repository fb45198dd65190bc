"""Merkle trees over entry hashes, as in RFC 6962: leaves and nodes are hashed apart. Pure, standard library only."""

from collections.abc import Sequence
from hashlib import sha256


def root(hashes: Sequence[bytes]) -> bytes:
    """The root over entry hashes in order; of nothing: the hash of nothing."""
    level = [sha256(b"\0" + one).digest() for one in hashes]
    while len(level) > 1:
        level = _above(level)
    return level[0] if level else sha256(b"").digest()


def proof(hashes: Sequence[bytes], index: int) -> list[str]:
    """What must be known beside leaf `index` to reach the root: each step the neighbour's side, L or R, and its hex."""
    level, steps = [sha256(b"\0" + one).digest() for one in hashes], []
    while len(level) > 1:
        beside = index ^ 1
        if beside < len(level):
            steps.append(("L" if beside < index else "R") + level[beside].hex())
        level, index = _above(level), index // 2
    return steps


def climb(leaf: bytes, steps: Sequence[str]) -> bytes:
    """The root that an entry hash and its proof lead to."""
    node = sha256(b"\0" + leaf).digest()
    for step in steps:
        beside = bytes.fromhex(step[1:])
        node = sha256(b"\1" + (beside + node if step[0] == "L" else node + beside)).digest()
    return node


def _above(level: list[bytes]) -> list[bytes]:
    pairs = [sha256(b"\1" + level[i] + level[i + 1]).digest() for i in range(0, len(level) - 1, 2)]
    return pairs + level[len(level) & ~1 :]
