"""What a special began and somebody else goes on with: begun inside another action, asked for at booking off."""

from datetime import datetime

from bluelamp.duty import events
from bluelamp.duty.models import FollowUp, Post
from bluelamp.ledger.actions.writing import write
from bluelamp.verdict import Verdict, allowed, refused

SOURCE = "Special constables S7: handed over before going off duty"


def begin_follow_up(officer: int, record: str, what: str, at: datetime) -> FollowUp | None:
    """Inside an action: where the officer is a special, the work waits to be handed over. None for everybody else.

    `what` names no person: it is shown to whoever takes over before they may see the record.
    """
    if not Post.objects.filter(officer=officer, is_special=True).exists():
        return None
    row = FollowUp.objects.create(officer_id=officer, record=record, what=what[:200], begun_at=at)
    write(events.FOLLOW_UP_BEGUN, record=row.ref, about=(f"officer:{officer}", record), facts={"what": row.what})
    return row


def may_book_off(officer: int) -> Verdict:
    """Whether an officer may go off duty now: not while work that they began waits to be taken over (S7)."""
    waiting = FollowUp.objects.filter(officer=officer, done_at=None, waits=True).order_by("begun_at").first()
    if waiting is None:
        return allowed()
    return refused(f"Hand over before you go off duty: {waiting.what}.", SOURCE)


def open_follow_ups(officer: int) -> list[FollowUp]:
    """What an officer has to go on with, the oldest first."""
    return list(FollowUp.objects.filter(officer=officer, done_at=None).order_by("begun_at", "pk"))
