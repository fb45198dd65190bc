"""An officer's account of time: lines of overtime, time back, rest days owed and days on call, inside an action."""

from datetime import date

from bluelamp.deadlines.instants import spoken_day
from bluelamp.duty import events
from bluelamp.duty.models import TimeEntry
from bluelamp.ledger.actions.writing import write


def write_time(
    officer: int, *, day: date, because: str, source: str, record: str, overtime: int = 0, time_back: int = 0,
    rest_days: int = 0, on_call: bool = False,
) -> None:  # fmt: skip
    """One line for each amount that is not none, once for a record: what is written already stays as it was.

    `overtime` and `time_back` are minutes.
    """
    amounts = {
        TimeEntry.Kind.OVERTIME: overtime,
        TimeEntry.Kind.TIME_BACK: time_back,
        TimeEntry.Kind.REST_DAY: rest_days,
        TimeEntry.Kind.ON_CALL: int(on_call),
    }
    for kind, amount in amounts.items():
        if not amount:
            continue
        row, fresh = TimeEntry.objects.get_or_create(
            officer_id=officer, kind=kind, day=day, record=record,
            defaults={"amount": amount, "because": because[:300], "source": source[:200]},
        )  # fmt: skip
        if fresh:
            facts = {"kind": row.get_kind_display(), "amount": amount, "day": spoken_day(day)}
            write(events.TIME_WRITTEN, record=f"officer:{officer}", about=(record,), facts=facts)
