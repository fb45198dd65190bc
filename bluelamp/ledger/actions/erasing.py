"""Erasing personal text: the one lawful way, and itself an entry."""

from datetime import datetime

from bluelamp.ledger.actions.writing import By, action, write
from bluelamp.ledger.events import ERASED
from bluelamp.verdict import Refused, refused


@action
def erase(*, record: str, entries: list[int], reason: str, by: By, at: datetime, key: str | None = None) -> int:
    """Erase the words (text and salt) of these entries (seqs) of one record; the entries and their chain stay.

    Answers how many were named. The database deletes the words as it appends the entry that says so, and refuses
    any other deletion. Raises Refused without the capability ledger.erase, without a reason (the legal ground),
    or with nothing named. Data Protection Act 2018 ss.47 and 48.
    """
    if "ledger.erase" not in by.capabilities:
        raise Refused(refused("You may not erase personal text.", "Data Protection Act 2018 s.47"))
    if not reason.strip():
        raise Refused(refused("Say on what ground the text is erased.", field="reason"))
    if not entries:
        raise Refused(refused("Name the entries whose text is to be erased.", field="entries"))
    named = sorted(set(entries))
    write(ERASED, record, reason=reason, facts={"count": len(named), "entries": named})
    return len(named)
