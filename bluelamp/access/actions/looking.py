"""Every look at a restricted record: one entry per list shown, one standing look per open board (D10, G2)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access import events
from bluelamp.access.acting import Acting
from bluelamp.access.models import Look
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist, refused

ENDS_LOOKS = "system.end_looks"
"""What ends a standing look whose page is gone; no role can hold it."""


@action
def look(
    *, page: str, records: Sequence[str], reason: str = "", by: Acting, at: datetime, key: str | None = None
) -> str:
    """Write one entry naming every record reference shown on `page`, or that a search showed nothing.

    Pass the restricted records of a list, or everything a search displayed; call it only where there is something to
    log. The reason, if given, is personal text.
    """
    shown = sorted(set(records))
    facts = {"page": page, "records": shown or "nothing", "terminal": by.terminal, "desk": by.desk}
    write(events.LOOKED, record=by.ref, about=tuple(shown), facts=facts, words={"why": reason} if reason else {})
    return by.ref


@action
def open_board(*, page: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """A board over restricted records was opened: one standing look until `close_board`."""
    _, is_new = Look.objects.get_or_create(
        officer_id=by.number, page=page, closed_at=None, defaults={"opened_at": at, "seen_at": at}
    )
    if not is_new:
        insist(refused("This board is already open as a standing look."))
    write(events.BOARD_OPENED, record=by.ref, facts={"page": page, "terminal": by.terminal, "desk": by.desk})
    return by.ref


@action
def close_board(*, page: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """The board was closed; refused if it was not open."""
    if not Look.objects.filter(officer_id=by.number, page=page, closed_at=None).update(closed_at=at):
        insist(refused("This board is not open."))
    write(events.BOARD_CLOSED, record=by.ref, facts={"page": page})
    return by.ref


@action
def close_left_board(*, found: Look, by: Acting, at: datetime, key: str | None = None) -> str:
    """End a standing look whose page is gone, as of when it was left or last seen. Refused if it came back."""
    require(by, ENDS_LOOKS)
    ended = max(found.opened_at, found.left_at or found.seen_at or found.opened_at)
    same = Look.objects.filter(pk=found.pk, closed_at=None, seen_at=found.seen_at, left_at=found.left_at)
    if not same.update(closed_at=ended):
        insist(refused("This board is open again, or closed already."))
    how = "left" if found.left_at else "not seen any more"
    why = "The page was left or last seen then; its end is written down afterwards."
    facts = {"page": found.page, "how": how}
    write(events.BOARD_CLOSED, record=found.officer.ref, occurred_at=ended, reason=why, facts=facts)
    return found.officer.ref
