"""`bluelamp verify`: check every entry, chain, word and checkpoint of the ledger."""

import argparse
import json
from pathlib import Path


def main(arguments: list[str]) -> int:
    """0 when the ledger is sound; 1 when not, naming each fault."""
    parser = argparse.ArgumentParser(prog="bluelamp verify", description=__doc__)
    parser.add_argument("--checkpoints", type=Path, help="the file of checkpoints kept outside the database")
    parser.add_argument("--trusted", default="", help="the notary's public key, in hexadecimal")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(arguments)
    from django.conf import settings
    from django.db import connection

    from bluelamp.ledger.notary import places
    from bluelamp.ledger.verifying import verify

    file = given.checkpoints or places(settings.HOME).file
    report = verify(connection, file if file.exists() else None, trusted=given.trusted)
    if given.json:
        print(json.dumps(report.as_json()))  # noqa: T201
    else:
        _say(report.as_json())
    return 0 if report.sound else 1


def _say(report: dict[str, object]) -> None:
    faults = report["faults"]
    assert isinstance(faults, list)
    for fault in faults:
        print(f"FAULT {fault['kind']}: {fault['words']}")  # noqa: T201
    verdict = "sound" if report["sound"] else f"NOT SOUND: {len(faults)} faults"
    print(  # noqa: T201
        f"{report['entries']} entries of {report['records']} records, {report['checkpoints']} checkpoints, "
        f"{report['in_doubt']} entries newer than the last checkpoint: {verdict} "
        f"({report['entries_per_second']} entries a second)"
    )
