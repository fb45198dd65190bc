"""`bluelamp ledger export REF`: one record's entries as a file that can be checked with no database."""

import argparse
from pathlib import Path


def main(arguments: list[str]) -> int:
    """0 when the file is written; 1 when the ledger holds nothing on the record."""
    parser = argparse.ArgumentParser(prog="bluelamp ledger export", description=__doc__)
    parser.add_argument("record", help="the record, such as detention:7")
    parser.add_argument("--to", type=Path, help="the file to write (default: named after the record, here)")
    parser.add_argument("--without-words", action="store_true", help="leave personal text out; it still verifies")
    given = parser.parse_args(arguments)
    from bluelamp.ledger.commands import export
    from bluelamp.people.queries import kept_addresses
    from bluelamp.people.rules.masking import holds_none

    target = given.to or Path(f"{given.record.replace(':', '-')}.jsonl")
    kept = kept_addresses()  # whoever gets the file is not on the record they are kept for
    said, code = export(
        given.record,
        target,
        with_words=not given.without_words,
        keeps_back=lambda words: not holds_none(words, kept=kept).allowed,
    )
    print(said)  # noqa: T201
    return code
