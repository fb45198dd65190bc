"""Checks a file made by `bluelamp ledger export`. Needs Python 3.9 or later and nothing else: no database, no package.

    python verify_export.py FILE [PUBLIC_KEY_HEX]

It proves that each entry is what was written, that none is missing between the first and the last, and that each is
part of a checkpoint signed by the key. Without PUBLIC_KEY_HEX the key in the file is used, which only shows that the
file agrees with itself: ask the force for its key. It cannot show entries written after the file was made, or that
the newest were left out. Where a reason was struck out, because it held what is kept from others, the entry's place in
the chain is proven and what stands in it is not; how many are so is said. Ends with 0 if everything holds, 1 if
anything does not, 2 if it was called wrongly.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from hashlib import sha256, sha512
from typing import Any

FIELDS = [
    *("record", "n", "previous", "seq", "xid", "event", "who", "action", "occurred_us", "recorded_us", "written_us"),
    *("reason", "corrects", "about", "facts", "commitment"),
]
PARTS = {*FIELDS, "kind", "hash", "words", "salt", "checkpoint", "proof"}
PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, PRIME - 2, PRIME) % PRIME
ROOT = pow(2, (PRIME - 1) // 4, PRIME)
Point = tuple[int, int]


def raw(text: str) -> bytes:
    """Bytes from hex, written in the one way allowed (small letters, no spaces)."""
    data = bytes.fromhex(text)
    if data.hex() != text:
        raise ValueError(f"not plain hex: {text[:80]!r}")
    return data


def entry_hash(entry: dict[str, Any]) -> bytes:
    """sha256 over the fields as netstrings, the first being the name of the form."""
    form = b"16:bluelamp-entry-1,"
    for name in FIELDS:
        value = entry[name]
        part = "" if value is None else " ".join(value) if name == "about" else str(value)
        form += b"%d:%b," % (len(part.encode()), part.encode())
    return sha256(form).digest()


def climb(leaf: bytes, steps: list[str]) -> bytes:
    """The Merkle root that an entry's hash and its proof lead to (RFC 6962)."""
    node = sha256(b"\0" + leaf).digest()
    for step in steps:
        if step[0] not in "LR":
            raise ValueError(f"not a side: {step[:1]!r}")
        beside = raw(step[1:])
        node = sha256(b"\1" + (beside + node if step[0] == "L" else node + beside)).digest()
    return node


def x_of(y: int, sign: int) -> int:
    x2 = (y * y - 1) * pow(CURVE * y * y + 1, PRIME - 2, PRIME) % PRIME
    x = pow(x2, (PRIME + 3) // 8, PRIME)
    if (x * x - x2) % PRIME:
        x = x * ROOT % PRIME
    if y >= PRIME or (x * x - x2) % PRIME or (x == 0 and sign):
        raise ValueError("not a point")
    return x if x & 1 == sign else PRIME - x


def point(data: bytes) -> Point:
    number = int.from_bytes(data, "little")
    y = number & ((1 << 255) - 1)
    return x_of(y, number >> 255), y


def add(a: Point, b: Point) -> Point:
    product = CURVE * a[0] * b[0] * a[1] * b[1] % PRIME
    x = (a[0] * b[1] + b[0] * a[1]) * pow(1 + product, PRIME - 2, PRIME)
    y = (a[1] * b[1] + a[0] * b[0]) * pow(1 - product, PRIME - 2, PRIME)
    return x % PRIME, y % PRIME


def times(number: int, a: Point) -> Point:
    total = (0, 1)
    while number:
        if number & 1:
            total = add(total, a)
        a, number = add(a, a), number >> 1
    return total


def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Ed25519 as in RFC 8032, for checking only."""
    try:
        r, s = signature[:32], int.from_bytes(signature[32:], "little")
        if len(signature) != 64 or s >= ORDER:
            return False
        h = int.from_bytes(sha512(r + public + message).digest(), "little") % ORDER
        y = 4 * pow(5, PRIME - 2, PRIME) % PRIME
        return times(s, (x_of(y, 0), y)) == add(point(r), times(h, point(public)))
    except ValueError:
        return False


def checkpoint_fault(line: dict[str, Any], trusted: str) -> str:
    if trusted and line["signer"] != trusted:
        return "signed by another key"
    if not is_signed(raw(line["signer"]), line["body"].encode(), raw(line["signature"])):
        return "the signature does not fit"
    return ""


def entry_faults(entry: dict[str, Any], before: dict[str, Any], roots: dict[int, str]) -> Iterator[str]:
    if entry.keys() - {"struck"} != PARTS:
        yield "has other parts than an entry"
    whole = raw(entry["hash"])
    if not entry.get("struck") and entry_hash(entry) != whole:
        yield "is not what was written"
    if (entry["n"], entry["previous"], entry["record"]) != (before["n"] + 1, before["hash"], before["record"]):
        yield "does not continue the entry before it"
    if (words := entry["words"]) is not None:
        promised = sha256(raw(entry["salt"]) + words.encode()).hexdigest()
        if promised != entry["commitment"]:
            yield "holds other personal text than was written"
    if entry["checkpoint"] is not None and climb(whole, entry["proof"]).hex() != roots.get(entry["checkpoint"]):
        yield "is not in the checkpoint it names"


def check(path: str, trusted: str = "") -> tuple[list[str], int, int, int]:
    """What is wrong, how many entries there are, how many are not yet signed, and how many with a reason struck out."""
    with open(path, encoding="utf-8") as file:
        heading, *lines = [json.loads(line) for line in file]
    if heading["kind"] != "bluelamp-export-1":
        raise ValueError("not an export of this kind")
    signed = [line for line in lines if line["kind"] == "checkpoint"]
    entries = [line for line in lines if line["kind"] == "entry"]
    bodies = [json.loads(line["body"]) for line in signed]
    roots = {body["number"]: body["root"] for body in bodies}
    trusted = trusted or (signed[0]["signer"] if signed else "")
    found = [(body["number"], checkpoint_fault(line, trusted)) for line, body in zip(signed, bodies)]  # noqa: B905
    faults = [f"checkpoint {number}: {fault}" for number, fault in found if fault]
    before = {"n": 0, "hash": "", "record": heading["record"]}
    for entry in entries:
        where = f"{entry['record']}, entry {entry['n']} (seq {entry['seq']})"
        faults += [f"{where} {fault}" for fault in entry_faults(entry, before, roots)]
        before = entry
    if len(entries) != heading["entries"] or len(lines) != len(signed) + len(entries):
        faults.append(f"the file says {heading['entries']} entries and holds {len(entries)}")
    unsigned = sum(entry["checkpoint"] is None for entry in entries)
    return faults, len(entries), unsigned, sum(bool(entry.get("struck")) for entry in entries)


def main(arguments: list[str]) -> int:
    if not 1 <= len(arguments) <= 2:
        sys.stdout.write(str(__doc__))
        return 2
    try:
        faults, count, unsigned, struck = check(*arguments)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        faults, count, unsigned, struck = [f"the file cannot be read: {error!r}"], 0, 0, 0
    said = [f"FAULT: {fault}" for fault in faults]
    said.append(f"{count} entries checked, {unsigned} not yet signed, {len(faults)} faults")
    if struck:
        said.append(f"In {struck} a reason was struck out: its place is proven, what stands in it is not.")
    if len(arguments) == 1 and not faults:
        said.append("The signer is the one in the file. To know that it is the force's, name its public key.")
    sys.stdout.write("\n".join(said) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
