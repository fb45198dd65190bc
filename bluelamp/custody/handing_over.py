"""What a handover shows: who is where and why watched, what changed in the shift, what is due next."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bluelamp.custody.models import CellStay, Detention
from bluelamp.ledger.queries import Line, entries, facts_of
from bluelamp.ledger.registry import events
from bluelamp.owed.models import Promise, State
from bluelamp.owed.queries import of_records

SHIFT = timedelta(hours=12)
DUE_WITHIN = timedelta(hours=4)
LEFT_OUT = ("visit", "slot")
QUIET = ("custody.handed_over", "custody.taken_over")


def held_at(suite: int) -> list[dict[str, object]]:
    """Everyone held at a suite now: number, cell, level, why watched, waiting for whom. No names: two statements."""
    stays = CellStay.objects.filter(during__upper_inf=True, cell__suite_id=suite)
    cells = dict(stays.values_list("detention", "cell__number"))
    found = Detention.objects.filter(suite_id=suite, released_at=None).order_by("arrived_at")
    return [
        {
            "detention": each.pk,
            "number": each.number,
            "cell": cells.get(each.pk, ""),
            "level": each.level,
            "must_rouse": each.must_rouse,
            "marks": list(each.risk_marks),
            "waiting": list(each.waiting_for),
            "charged": each.charged_at is not None,
        }
        for each in found
    ]


def changed(suite_key: str, *, since: datetime, until: datetime) -> list[Line]:
    """What the ledger says of custody at a suite in the shift, newest first; neither visits nor places asked for.

    Two statements, whatever the length of the shift.
    """
    names = [event.name for event in events if event.name.startswith("custody.")]
    wanted = [name for name in names if name not in QUIET and not any(each in name for each in LEFT_OUT)]
    found = facts_of(wanted, since=since, until=until)
    seqs = [line.seq for line in found if line.facts.get("suite") == suite_key]
    return entries(seqs)[::-1] if seqs else []


def due_next(records: Sequence[str], *, at: datetime, within: timedelta = DUE_WITHIN) -> list[Promise]:
    """What is owed about these records and due soon, soonest first; what is late stands on top. One statement."""
    return [one for one in of_records(records) if one.state == State.OPEN and one.due_at <= at + within]
