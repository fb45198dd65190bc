"""`bluelamp verify`: check every entry, chain, word and checkpoint of the ledger."""

import argparse
from pathlib import Path


def main(arguments: list[str]) -> int:
    """0 when the ledger is sound; 1 when not, naming each fault."""
    parser = argparse.ArgumentParser(prog="bluelamp verify", description=__doc__)
    parser.add_argument("--checkpoints", type=Path, help="the file of checkpoints kept outside the database")
    parser.add_argument("--trusted", default="", help="the notary's public key, in hexadecimal; default: this home's")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(arguments)
    from django.conf import settings

    from bluelamp.ledger.commands import verify

    said, code = verify(settings.HOME, as_json=given.json, file=given.checkpoints, trusted=given.trusted)
    print(said)  # noqa: T201
    return code
