"""One record's chain as a file that `standalone/verify_export.py` checks with no database and nothing installed."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from bluelamp.ledger import merkle

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
KeepsBack = Callable[[str], bool]


def _nothing(_: str) -> bool:
    return False


_COLUMNS = (
    "e.record, e.n, encode(e.previous, 'hex'), e.seq, e.xid, e.event, e.who, e.action, e.occurred_at, e.recorded_at, "
    "e.written_at, e.reason, e.corrects, e.about, e.facts, encode(e.commitment, 'hex'), encode(e.hash, 'hex'), "
    "encode(w.salt, 'hex'), w.text"
)
_NAMES = [
    *("record", "n", "previous", "seq", "xid", "event", "who", "action", "occurred_us", "recorded_us", "written_us"),
    *("reason", "corrects", "about", "facts", "commitment", "hash", "salt", "words"),
]


def export(record: str, *, with_words: bool = True, keeps_back: KeepsBack = _nothing) -> Iterator[str]:
    """The lines of the file, JSON each: a heading, every entry with its proof, and the checkpoints they lead to.

    `with_words` False leaves the personal text out, and the words of an entry are left out where `keeps_back` says so
    of them; the chain is checked all the same. A reason is part of what an entry's hash is made of: struck out, the
    entry is said to be, and only its place in the chain can be checked. Raises LookupError for a record the ledger does
    not know.
    """
    with transaction.atomic():
        found = _rows(
            f"SELECT {_COLUMNS} FROM ledger_entry e LEFT JOIN ledger_words w USING (seq) "
            "WHERE e.record = %s ORDER BY e.n",
            record,
        )
        if not found:
            raise LookupError(f"The ledger holds nothing on {record}.")
        covering = _covering([row[4] for row in found])
    yield json.dumps({"kind": "bluelamp-export-1", "record": record, "entries": len(found)})
    for checkpoint in covering.values():
        yield json.dumps({"kind": "checkpoint", **{key: checkpoint[key] for key in ("body", "signature", "signer")}})
    for row in found:
        words = with_words and not keeps_back(row[-1] or "")
        entry = _entry(row, covering, words)
        if keeps_back(row[_NAMES.index("reason")] or ""):
            entry |= {"reason": None, "struck": True}
        yield json.dumps(entry, ensure_ascii=False)


def _entry(row: tuple[Any, ...], covering: dict[int, dict[str, Any]], with_words: bool) -> dict[str, object]:
    entry: dict[str, object] = dict(zip(_NAMES, row, strict=True))
    for name in ("occurred_us", "recorded_us", "written_us"):
        entry[name] = (row[_NAMES.index(name)] - _EPOCH) // timedelta(microseconds=1)
    if not with_words:
        entry["salt"] = entry["words"] = None
    number, proof = _proof(row[4], row[3], covering)
    return {"kind": "entry", **entry, "checkpoint": number, "proof": proof}


def _proof(xid: int, seq: int, covering: dict[int, dict[str, Any]]) -> tuple[int | None, list[str]]:
    for number, checkpoint in covering.items():
        if checkpoint["from_xid"] <= xid < checkpoint["below_xid"]:
            return number, merkle.proof(checkpoint["hashes"], checkpoint["places"][seq])
    return None, []


def _covering(xids: list[int]) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    sql = (
        "SELECT DISTINCT c.number, c.body, c.signature, c.signer FROM ledger_checkpoint c "
        "JOIN unnest(%s::bigint[]) x ON "
        "x >= (c.body::jsonb->>'from_xid')::bigint AND x < (c.body::jsonb->>'below_xid')::bigint ORDER BY c.number"
    )
    for number, body, signature, signer in _rows(sql, xids):
        span = json.loads(body)["from_xid"], json.loads(body)["below_xid"]
        covered = _rows("SELECT seq, hash FROM ledger_entry WHERE xid >= %s AND xid < %s ORDER BY xid, seq", *span)
        found[number] = {
            "body": body,
            "signature": signature,
            "signer": signer,
            "from_xid": span[0],
            "below_xid": span[1],
            "hashes": [bytes(whole) for _, whole in covered],
            "places": {seq: place for place, (seq, _) in enumerate(covered)},
        }
    return found


def _rows(sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
