"""Handing a suite over from one custody officer to the next: two people, each by name."""

from datetime import datetime

from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "APP Detention and Custody, handovers"


def may_write(*, words: str, began_at: datetime, at: datetime) -> Verdict:
    """Whether a handover may be written: in words of the one who hands over, for a shift that has begun."""
    blank = refused("Write what the next custody officer must know.", SOURCE, field="words")
    future = refused("The shift has not begun yet.", "Order of events", field="began_at")
    return every(allowed() if words.strip() else blank, allowed() if began_at < at else future)


def may_accept(*, written_by: int, accepts: int, accepted_by: str = "") -> Verdict:
    """Whether this officer takes over. Refused to the one who wrote it, and once somebody has."""
    if accepted_by:
        return refused(f"{accepted_by} has taken over already.", "Order of events")
    if written_by == accepts:
        return refused("You wrote this handover: another custody officer accepts it by name.", SOURCE)
    return allowed("Accepted by name.", SOURCE)
