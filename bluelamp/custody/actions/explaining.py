"""Why something came after its time: overdue, never unlawful, and the reason on record (P17; PACE s.45(2))."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.clocks import OVERDUE
from bluelamp.custody.every_clock import overdue_of
from bluelamp.custody.keeping import lock_even_closed, say
from bluelamp.custody.models import OverdueReason
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, refused


@action
def explain_overdue(*, by: Acting, at: datetime, detention: int, what: str, words: str, key: str | None = None) -> str:
    """Write why a deadline of this record was not met; `what` is the clock's key, such as "limit" or "review_2"."""
    require(by, "custody.authorise", "custody.review", "custody.transfer")
    found = lock_even_closed(detention)
    late = next((each for each in overdue_of(found, at) if each.key == what), None)
    if late is None or late.deadline is None:
        raise Refused(refused("This is not overdue.", "PACE s.45(2)", field="what"))
    if not words.strip():
        raise Refused(refused("Write the reason.", "Code C 2.1, 15.13", field="words"))
    before = found.overdue_reasons.select_related("officer").filter(what=what).first()
    if before:
        said = f"The reason was written {spoken(before.at)} by {before.officer}."
        raise Refused(refused(said, "Order of events"))
    OverdueReason.objects.create(detention=found, what=what, at=at, officer_id=officer_of(by), words=words)
    facts = {"what": what, "what_words": late.name, "due_words": spoken(late.deadline.due)}
    say(OVERDUE, found, facts, words={"why": words})
    return found.ref
