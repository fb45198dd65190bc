"""What is owed about one record, as its own page draws it."""

from dataclasses import replace

from bluelamp.design.fuse import Row
from bluelamp.owed.queries import for_record
from bluelamp.owed.rows import row


def owed_rows(record: str) -> list[Row]:
    """Open ones first; without the link, which would lead to the page one is on."""
    return [replace(row(one), url="") for one in for_record(record)]
