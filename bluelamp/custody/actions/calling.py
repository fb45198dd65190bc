"""Calling somebody to a person in custody."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.calling import CALLED
from bluelamp.custody.keeping import lock, say
from bluelamp.ledger.actions.writing import action


@action
def call(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    kind: str,
    who: str = "",
    why: str = "",
    called_at: datetime | None = None,
    key: str | None = None,
) -> str:
    """Write that somebody was called, such as a healthcare professional, and what the record then waits for."""
    require(by, "custody.care", "custody.transfer", "custody.book_in")
    found = lock(detention)
    word = kind.replace("_", " ").capitalize()
    if word not in found.waiting_for:
        found.waiting_for = [*found.waiting_for, word]
        found.save(update_fields=["waiting_for"])
    say(CALLED, found, {"kind": word}, words={"who": who, "why": why}, occurred_at=called_at)
    return found.ref
