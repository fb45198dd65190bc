"""Checks the whole ledger against itself and against the signed checkpoints, trusting no code in the database.

The entry hash is sha256 over these fields, each as a netstring (length in bytes, colon, UTF-8 bytes, comma): the
words "bluelamp-entry-1", record, n, previous hash (hex), seq, xid, event, who, action, occurred, recorded and written
(whole microseconds since 1970 UTC), reason, corrects (or nothing), about (joined by spaces), facts (canonical JSON),
commitment (hex, or nothing). A commitment is sha256(salt + words as canonical JSON).
"""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from bluelamp.ledger import checkpoints, merkle
from bluelamp.ledger.checkpoints import Leaf, Signed

FORM = b"16:bluelamp-entry-1," + b"%d:%b," * 16
_MICROS = "(extract(epoch FROM {})*1000000)::bigint"
ENTRIES = f"""COPY (SELECT e.record, e.n, encode(e.previous, 'hex'), e.seq, e.xid, e.event, e.who, e.action,
    {_MICROS.format("e.occurred_at")}, {_MICROS.format("e.recorded_at")}, {_MICROS.format("e.written_at")}, e.reason,
    coalesce(e.corrects::text, ''), coalesce(array_to_string(e.about, ' '), ''), e.facts,
    coalesce(encode(e.commitment, 'hex'), ''), encode(e.hash, 'hex'), coalesce(encode(w.salt, 'hex'), ''),
    coalesce(w.text, '') FROM ledger_entry e LEFT JOIN ledger_words w USING (seq) ORDER BY e.seq) TO STDOUT"""
COVERED = "COPY (SELECT xid, record, n, seq, encode(hash, 'hex') FROM ledger_entry ORDER BY xid, seq) TO STDOUT"
_ESCAPE = re.compile(rb"\\(.)", re.DOTALL)
_MEANING = {b"n": b"\n", b"t": b"\t", b"r": b"\r", b"b": b"\b", b"f": b"\f", b"v": b"\v"}


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing that is wrong: which record, which position in its chain, which entry; 0 where it is not known."""

    kind: str
    words: str
    record: str = ""
    n: int = 0
    seq: int = 0
    checkpoint: int = 0


@dataclass(kw_only=True)
class Report:
    """What was checked and what was found. `in_doubt` counts entries that no checkpoint covers yet."""

    entries: int = 0
    records: int = 0
    checkpoints: int = 0
    erased: int = 0
    in_doubt: int = 0
    seconds: float = 0.0
    faults: list[Fault] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        return not self.faults

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "sound": self.sound, "entries_per_second": round(self.entries / (self.seconds or 1))}


@dataclass(kw_only=True)
class Chains:
    """Where each chain stands while entries go by in the order of seq."""

    report: Report
    heads: dict[bytes, tuple[int, bytes]] = field(default_factory=dict)
    wordless: dict[int, bytes] = field(default_factory=dict)
    erased: dict[bytes, set[int]] = field(default_factory=dict)

    def fault(self, kind: str, parts: list[bytes], words: str) -> None:
        record, n, seq = parts[0].decode(), int(parts[1]), int(parts[3])
        self.report.faults.append(Fault(kind=kind, record=record, n=n, seq=seq, words=words))


def verify(connection: Any, checkpoint_file: Path | None = None, *, trusted: str = "") -> Report:
    """Check every entry, chain, word and checkpoint.

    `connection` is a Django connection; `checkpoint_file` the file outside the database, without which the
    checkpoints of the database itself are used; `trusted` the notary's public key (hex), without which the signer of
    the first checkpoint is believed. Raises ValueError for a file that cannot be read.
    """
    began, report = time.perf_counter(), Report()
    # Read before the snapshot is taken: the notary writes the database first, so the file is never ahead of it.
    filed = list(checkpoints.in_file(checkpoint_file)) if checkpoint_file else None
    connection.ensure_connection()
    raw = connection.connection
    alone = not connection.in_atomic_block
    with raw.transaction(), raw.cursor() as cursor:
        if alone:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        chains = _check_entries(cursor, report)
        _check_words(cursor, chains)
        signed = _checkpoints(cursor, filed, report)
        _check_signatures(signed, trusted, report)
        _check_coverage(cursor, signed, chains)
    report.seconds = time.perf_counter() - began
    return report


def _check_entries(cursor: Any, report: Report) -> Chains:
    chains = Chains(report=report)
    for line in _lines(cursor, ENTRIES):
        _check_entry(chains, line)
    report.records = len(chains.heads)
    return chains


def _check_entry(chains: Chains, line: bytes) -> None:
    parts = line[:-1].split(b"\t")
    if b"\\" in line:
        parts = [_ESCAPE.sub(_meant, part) for part in parts]
    chains.report.entries += 1
    if sha256(canonical_bytes(parts)).hexdigest().encode() != parts[16]:
        chains.fault("altered", parts, "The entry is not what was written: its hash does not fit.")
    record, n = parts[0], int(parts[1])
    last, head = chains.heads.get(record, (0, b""))
    if n != last + 1:
        _name_gap(chains, parts, last)
    elif parts[2] != head:
        chains.fault("broken", parts, f"The entry does not continue entry {last} of its record, which was changed.")
    chains.heads[record] = (n, parts[16])
    if parts[15] or parts[17]:
        _check_commitment(chains, parts)
    if parts[5] == b"ledger.erased":
        chains.erased.setdefault(record, set()).update(json.loads(parts[14])["entries"])


def canonical_bytes(parts: list[bytes]) -> bytes:
    """The bytes that are hashed, from the first sixteen columns in their order."""
    a, b, c, d, e, f, g, h, i, j, k, m, o, p, q, r = parts[:16]
    # fmt: off
    return FORM % (
        len(a), a, len(b), b, len(c), c, len(d), d, len(e), e, len(f), f, len(g), g, len(h), h,
        len(i), i, len(j), j, len(k), k, len(m), m, len(o), o, len(p), p, len(q), q, len(r), r,
    )
    # fmt: on


def _meant(escape: "re.Match[bytes]") -> bytes:
    return _MEANING.get(escape[1], escape[1])


def _name_gap(chains: Chains, parts: list[bytes], last: int) -> None:
    if int(parts[1]) <= last:
        chains.fault("reordered", parts, f"The entry comes after entry {last} of its record: inserted or moved.")
        return
    for n in range(last + 1, int(parts[1])):
        gone = [parts[0], str(n).encode(), b"", b"0"]
        chains.fault("removed", gone, f"Entry {n} of the record is gone.")


def _check_commitment(chains: Chains, parts: list[bytes]) -> None:
    commitment, salt, text = parts[15], parts[17], parts[18]
    if not salt:
        chains.wordless[int(parts[3])] = parts[0]
    elif sha256(bytes.fromhex(salt.decode()) + text).hexdigest().encode() != commitment:
        chains.fault("words altered", parts, "The personal text is not what the entry was written with.")


def _check_words(cursor: Any, chains: Chains) -> None:
    for seq, record in chains.wordless.items():
        if seq in chains.erased.get(record, ()):
            chains.report.erased += 1
        else:
            words = "The personal text is gone, and no entry says that it was erased."
            fault = Fault(kind="words removed", record=record.decode(), seq=seq, words=words)
            chains.report.faults.append(fault)
    cursor.execute("SELECT w.seq FROM ledger_words w LEFT JOIN ledger_entry e USING (seq) WHERE e.seq IS NULL")
    for (seq,) in cursor.fetchall():
        words = "Personal text whose entry is gone."
        chains.report.faults.append(Fault(kind="removed", seq=seq, words=words))


def _checkpoints(cursor: Any, filed: list[Signed] | None, report: Report) -> list[Signed]:
    cursor.execute("SELECT body, signature, signer FROM ledger_checkpoint ORDER BY number")
    stored = [Signed(body=body, signature=signature, signer=signer) for body, signature, signer in cursor.fetchall()]
    if filed is None:
        return stored
    ours, theirs = {one.body for one in stored}, {one.body for one in filed}
    for one in filed:
        if one.body not in ours:
            _blame(report, one, "The file holds a checkpoint that the database does not.")
    # The newest may be stored and not yet filed: the notary writes the file straight after the database.
    for one in [one for one in stored if one.body not in theirs][: -1 if len(stored) > len(filed) else None]:
        _blame(report, one, "The database holds a checkpoint that the file does not.")
    return filed + [one for one in stored[len(filed) :] if one.body not in theirs]


def _blame(report: Report, signed: Signed, words: str) -> None:
    report.faults.append(Fault(kind="checkpoint", checkpoint=signed.number, words=words))


def _check_signatures(signed: list[Signed], trusted: str, report: Report) -> None:
    trusted = trusted or (signed[0].signer if signed else "")
    previous, below, total = "", 0, 0
    for number, one in enumerate(signed, 1):
        facts = one.facts
        if one.signer != trusted or not one.is_genuine():
            _blame(report, one, "The signature does not fit.")
        follows = (number, previous, below, total + int(facts["count"]))
        if follows != (facts["number"], facts["previous"], facts["from_xid"], facts["total"]):
            _blame(report, one, "The checkpoint does not follow the one before.")
        previous, below, total = one.hash, int(facts["below_xid"]), int(facts["total"])
    report.checkpoints = len(signed)


def _check_coverage(cursor: Any, signed: list[Signed], chains: Chains) -> None:
    rows = _lines(cursor, COVERED)
    row = next(rows, b"")
    for one in signed:
        below, present = int(one.facts["below_xid"]), []
        while row and int(row[: row.index(b"\t")]) < below:
            present.append(row)
            row = next(rows, b"")
        if merkle.root([bytes.fromhex(line[-65:-1].decode()) for line in present]).hex() != one.facts["root"]:
            _name_difference(one, [_leaf(line) for line in present], chains)
    chains.report.in_doubt = (1 if row else 0) + sum(1 for _ in rows)


def _leaf(line: bytes) -> Leaf:
    _, record, n, seq, whole = line.decode().rstrip("\n").split("\t")
    return Leaf(record=record, n=int(n), seq=int(seq), mark=whole[:16])


def _name_difference(signed: Signed, present: list[Leaf], chains: Chains) -> None:
    """Name what differs from the signed list; without the list only the checkpoint can be named."""
    listed = signed.listed()
    now, then = {leaf.seq: leaf for leaf in present}, {leaf.seq: leaf for leaf in listed}
    found = [_difference(signed, chains, then.get(seq), now.get(seq)) for seq in sorted(now.keys() | then.keys())]
    faults = [fault for fault in found if fault] if listed else []
    chains.report.faults += faults or [
        Fault(
            kind="checkpoint", checkpoint=signed.number, words="The entries it covers are not those that were signed."
        )
    ]


def _difference(signed: Signed, chains: Chains, then: Leaf | None, now: Leaf | None) -> Fault | None:
    if then == now:
        return None
    leaf = then or now
    assert leaf is not None
    if then and now:
        kind, words = "altered", "The entry is not the one that was signed."
    elif now:
        kind, words = "inserted", "The entry was not there when its time was signed."
    elif leaf.record.encode() not in chains.heads:
        kind, words = "removed", "The whole record is gone."
    else:
        kind, words = "removed", "The signed entry is gone."
    return Fault(kind=kind, record=leaf.record, n=leaf.n, seq=leaf.seq, checkpoint=signed.number, words=words)


def _lines(cursor: Any, sql: str) -> Iterator[bytes]:
    with cursor.copy(sql) as copy:
        for data in copy:
            yield bytes(data)
