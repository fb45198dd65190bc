"""What the command line offers on the ledger: each function gives the text to print and the exit code."""

import json
from pathlib import Path

from django.db import connection

from bluelamp.ledger import checkpoints, exporting, verifying
from bluelamp.ledger.notary import places
from bluelamp.ledger.verifying import Fault, Report


def verify(home: Path, *, as_json: bool = False, file: Path | None = None, trusted: str = "") -> tuple[str, int]:
    """`bluelamp verify [--json]`: the report as text, and 1 if anything is wrong.

    The checkpoints' `file` and the `trusted` key are this home's own unless others are given.
    """
    at = places(home)
    own = checkpoints.public_key(at.key) if at.key.exists() else ""
    kept = file or at.file
    report = verifying.verify(connection, kept if kept.exists() else None, trusted=trusted or own)
    said = json.dumps(report.as_json()) if as_json else _in_words(report)
    return said, 0 if report.sound else 1


def export(
    record: str, target: Path, *, with_words: bool = True, keeps_back: exporting.KeepsBack | None = None
) -> tuple[str, int]:
    """`bluelamp ledger export REF`: writes the file; 1 if the ledger holds nothing on it."""
    try:
        held = {"keeps_back": keeps_back} if keeps_back else {}
        lines = list(exporting.export(record, with_words=with_words, **held))
    except LookupError as error:
        return str(error), 1
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return f"{target}: {len(lines)} lines", 0


def _in_words(report: Report) -> str:
    rate = round(report.entries / (report.seconds or 1))
    lines = [_fault(fault) for fault in report.faults]
    lines += [
        f"{report.entries} entries of {report.records} records checked against {report.checkpoints} checkpoints "
        f"in {report.seconds:.1f} s ({rate} a second).",
        f"{report.in_doubt} newest entries are not yet signed; the text of {report.erased} was lawfully erased.",
        "Everything holds." if report.sound else f"{len(report.faults)} faults.",
    ]
    return "\n".join(lines)


def _fault(fault: Fault) -> str:
    where = [fault.record, f"position {fault.n}" if fault.n else "", f"seq {fault.seq}" if fault.seq else ""]
    where += [f"checkpoint {fault.checkpoint}" if fault.checkpoint else ""]
    return f"FAULT {fault.kind}: {', '.join(part for part in where if part)}: {fault.words}"
