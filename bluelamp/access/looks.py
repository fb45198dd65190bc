"""Restricted records that a page shows among other things: one entry for each list shown names them (D10, G2)."""

from collections.abc import Collection, Mapping
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.actions.looking import look
from bluelamp.access.queries import Sight


def look_at_shown(
    sights: Mapping[str, Sight], *, page: str, by: Acting, at: datetime, known: Collection[str] = ()
) -> None:
    """Write down which of these restricted records the page shows; nothing where it shows none.

    `known` are those that the page wrote down already as it was opened.
    """
    seen = [ref for ref, sight in sights.items() if sight.may_see and ref not in known]
    if seen:
        look(page=page, records=seen, by=by, at=at)
