from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bluelamp.ledger import merkle


def naive(leaves: list[bytes]) -> bytes:
    """RFC 6962 section 2.1 word for word: split at the largest power of two below the length."""
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0]).digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1" + naive(leaves[:split]) + naive(leaves[split:])).digest()


@given(some.lists(some.binary(min_size=32, max_size=32), min_size=1, max_size=40))
def test_root_and_proofs_are_those_of_the_standard(leaves: list[bytes]) -> None:
    assert merkle.root(leaves) == naive(leaves)
    for place, leaf in enumerate(leaves):
        assert merkle.climb(leaf, merkle.proof(leaves, place)) == merkle.root(leaves)


def test_a_proof_does_not_lead_another_leaf_to_the_root() -> None:
    leaves = [bytes([i]) * 32 for i in range(7)]
    assert merkle.climb(leaves[3], merkle.proof(leaves, 2)) != merkle.root(leaves)


def test_nothing_has_the_hash_of_nothing() -> None:
    assert merkle.root([]) == sha256(b"").digest()


@pytest.mark.parametrize("size", [1, 2, 3, 64])
def test_proofs_are_short(size: int) -> None:
    leaves = [bytes([i]) * 32 for i in range(size)]
    assert len(merkle.proof(leaves, 0)) <= max(1, size.bit_length())
