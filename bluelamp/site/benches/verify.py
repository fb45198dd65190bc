"""How fast the whole ledger is checked: entries of many records, with words, under signed checkpoints."""

import json
import time

import psycopg

from bluelamp import clock
from bluelamp.site.benches.scratch import Scratch

ENTRIES, RECORDS, BATCH = 100_000, 12_000, 400


def measure(scratch: Scratch) -> dict[str, object]:
    """Write the entries through the database's own writer, sign them, check them all; figures of the check."""
    from django.conf import settings
    from django.db import connection

    from bluelamp.ledger.checkpoints import public_key
    from bluelamp.ledger.notary import notarise, places
    from bluelamp.ledger.verifying import verify

    began = time.perf_counter()
    _write(scratch)
    written = time.perf_counter() - began
    at = places(settings.HOME)
    notarise(at)
    report = verify(connection, at.file, trusted=public_key(at.key))
    connection.close()
    if not report.sound:
        raise ValueError(f"The ledger of the measurement is not sound: {report.faults[:3]}")
    told = report.as_json()
    return {
        "entries": report.entries,
        "records": report.records,
        "checkpoints": report.checkpoints,
        "seconds": round(report.seconds, 2),
        "entries_per_second": told["entries_per_second"],
        "written_per_second": round(ENTRIES / written),
    }


def _write(scratch: Scratch) -> None:
    at = clock.now()
    with psycopg.connect(scratch.root, autocommit=True) as link:
        for first in range(0, ENTRIES, BATCH):
            batch = [_entry(number, at.isoformat()) for number in range(first, first + BATCH)]
            link.execute("SELECT ledger_append(%s, NULL, '', '', 'null', %s)", (json.dumps(batch), at))


def _entry(number: int, at: str) -> dict[str, object]:
    words = {"line": f"Line {number}: the caller says that he has gone towards the station."}
    return {
        "record": f"incident:{10_000_000 + number % RECORDS}",
        "event": "calls.line_added",
        "who": "officer:1",
        "action": "calls.actions.incidents.add_line",
        "occurred_at": at,
        "recorded_at": at,
        "reason": "",
        "corrects": None,
        "about": ["unit:3"],
        "facts": json.dumps({"number": number}, separators=(",", ":")),
        "words": json.dumps(words, separators=(",", ":")),
    }
