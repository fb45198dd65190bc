"""The notary: at least every minute it signs everything new, in the database and in a file outside it."""

import json
import logging
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag
from typing import Any

from django.db import connection, transaction

from bluelamp import clock
from bluelamp.ledger import checkpoints, merkle
from bluelamp.ledger.checkpoints import Leaf, Signed
from bluelamp.ledger.used_keys import forget_keys

log = logging.getLogger(__name__)
START = {"number": 0, "below_xid": 0, "total": 0}
LOCK = 7306023
FORGET_EVERY = 3600.0  # seconds


class DoesNotFit(Exception):
    """The database and the file disagree: nothing more is signed until a person has looked."""


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where the notary keeps things: its key, the file of checkpoints, and an address to post them to ("" for none)."""

    key: Path
    file: Path
    address: str = ""


def places(home: Path, address: str = "") -> Places:
    """The usual places under BLUELAMP_HOME."""
    return Places(key=home / "keys" / "ledger.key", file=home / "checkpoints.jsonl", address=address)


def notarise(at: Places) -> Signed | None:
    """Sign everything final that no checkpoint covers yet; None if there is nothing new or another notary is at work.

    Raises DoesNotFit if the file knows a checkpoint that the database has lost.
    """
    with transaction.atomic():
        if not _rows("SELECT pg_try_advisory_xact_lock(%s)", LOCK)[0][0]:
            return None
        last = _last_stored()
        _heal_file(at.file, last)
        signed = _next(at, last)
        if signed is None:
            return None
        _rows(
            "INSERT INTO ledger_checkpoint VALUES (%s, %s, %s, %s) RETURNING 1",
            *(signed.number, signed.body, signed.signature, signed.signer),
        )
    checkpoints.append(at.file, signed)
    _post(at.address, signed)
    return signed


def run(
    at: Places, stop: Flag, *, every: float = 20.0, keep_days: int = 30, report: Callable[[str], object] = log.error
) -> None:
    """Sign until told to stop. `every` is in seconds: well under a minute, so that a minute is the most in doubt.

    Once an hour used idempotency keys older than `keep_days` are forgotten.
    """
    forget_at = 0.0
    while not stop.wait(0):
        began = time.monotonic()
        try:
            notarise(at)
            if began >= forget_at:
                forget_keys(at=clock.now(), days=keep_days)
                forget_at = began + FORGET_EVERY
        except Exception as error:
            report(f"Notary: {error}")
            connection.close()
        stop.wait(max(0.1, every - (time.monotonic() - began)))


def _next(at: Places, last: Signed | None) -> Signed | None:
    before = last.facts if last else START
    below = _rows("SELECT ledger_horizon()")[0][0]
    covered = _covered(int(before["below_xid"]), below)
    if not covered:
        return None
    leaves = [Leaf(record=record, n=n, seq=seq, mark=bytes(whole).hex()[:16]) for record, n, seq, whole in covered]
    facts: dict[str, int | str] = {
        "number": int(before["number"]) + 1,
        "from_xid": before["below_xid"],
        "below_xid": below,
        "count": len(covered),
        "total": int(before["total"]) + len(covered),
        "root": merkle.root([bytes(row[3]) for row in covered]).hex(),
        "previous": last.hash if last else "",
        "at": clock.now().isoformat(),
    }
    return checkpoints.sign(checkpoints.key_at(at.key), facts, leaves)


def _covered(since: int, below: int) -> list[tuple[Any, ...]]:
    return _rows(
        "SELECT record, n, seq, hash FROM ledger_entry WHERE xid >= %s AND xid < %s ORDER BY xid, seq", since, below
    )


def _last_stored() -> Signed | None:
    rows = _rows("SELECT body, signature, signer FROM ledger_checkpoint ORDER BY number DESC LIMIT 1")
    return Signed(body=rows[0][0], signature=rows[0][1], signer=rows[0][2]) if rows else None


def _heal_file(path: Path, last: Signed | None) -> None:
    """After a crash between database and file the file lacks the newest lines: write them again."""
    checkpoints.mend(path)
    stored = last.number if last else 0
    filed = _last_number(path)
    if filed > stored:
        raise DoesNotFit(f"{path} holds checkpoint {filed}, the database only {stored}. Run bluelamp verify.")
    missing = _rows("SELECT body, signature, signer FROM ledger_checkpoint WHERE number > %s ORDER BY number", filed)
    for body, signature, signer in missing:
        facts = json.loads(body)
        rows = _covered(facts["from_xid"], facts["below_xid"])
        leaves = "\n".join(f"{record} {n} {seq} {bytes(whole).hex()[:16]}" for record, n, seq, whole in rows)
        checkpoints.append(path, Signed(body=body, signature=signature, signer=signer, leaves=leaves))


def _last_number(path: Path) -> int:
    if not path.exists():
        return 0
    with path.open("rb") as file:
        file.seek(0, 2)
        end, block = file.tell(), b""
        while end and block.count(b"\n") < 2:
            step = min(end, 65536)
            end -= step
            file.seek(end)
            block = file.read(step) + block
    lines = block.splitlines()
    return Signed(**json.loads(lines[-1])).number if lines else 0


def _post(address: str, signed: Signed) -> None:
    if not address:
        return
    body = json.dumps({"body": signed.body, "signature": signed.signature, "signer": signed.signer}).encode()
    request = urllib.request.Request(address, data=body, headers={"Content-Type": "application/json"}, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=10):
            pass
    except OSError as error:
        log.error("Checkpoint %s was not accepted at the address set for it: %s", signed.number, error)


def _rows(sql: str, *values: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))  # type: ignore[arg-type]
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found
