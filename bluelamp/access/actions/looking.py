"""Every look at a restricted record: one entry per list shown, one standing look per open board (D10, G2)."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access import events
from bluelamp.access.acting import Acting
from bluelamp.access.models import Look
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist, refused


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
    _, is_new = Look.objects.get_or_create(officer_id=by.number, page=page, closed_at=None, defaults={"opened_at": at})
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
