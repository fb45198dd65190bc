"""What a person has touched lately: the live feed leaves it alone."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bluelamp.ledger.queries import timelines

FOR = timedelta(minutes=30)
NOT_A_TOUCH = ("access.", "owed.")


def untouched(records: Sequence[str], *, own: Collection[str], at: datetime) -> bool:
    """True unless an officer who is not one of our `own` has written about one of the records in the last while.

    Looking at a record, and the alarm loop, are no touch. One statement.
    """
    lines = timelines(list(records), limit=60)
    return not any(
        line.by.startswith("officer:")
        and line.by not in own
        and not line.event.startswith(NOT_A_TOUCH)
        and at - line.recorded_at < FOR
        for line in lines
    )
