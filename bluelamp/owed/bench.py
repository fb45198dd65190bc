"""Measures the alarms: 5,000 open promises, and how long after its time each alarm is raised."""

import json as notation
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from threading import Event, Thread

from django.db import connection

from bluelamp import clock
from bluelamp.access.acting import RAISE_ALARMS, Acting, system
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed import events
from bluelamp.owed.actions.stating import EVERY_SLOT, promise, withdraw
from bluelamp.owed.alarms import run_alarms
from bluelamp.owed.registry import Kind, kinds

OPEN = 5000
RAISED = 500
SPREAD_SECONDS = 20
RECORD = "bench:alarms"
TRIAL = Kind(
    name="owed.bench",
    wording="Bench",
    to="Nobody",
    source="bench alarms",
    law_from=date(2026, 1, 1),
    acts=RAISE_ALARMS,
    kept_when="Never: it measures alarms and is withdrawn",
)


def bench(json: bool = False) -> dict[str, object]:
    """State 5,000 promises, 500 of them due over 20 s, run the loop and print how late each alarm was raised.

    Needs a database of its own: its entries stay in the ledger.
    """
    kinds.declare(TRIAL)
    by = system("bench", RAISE_ALARMS)
    start = clock.now() + timedelta(seconds=8)
    step = timedelta(seconds=SPREAD_SECONDS) / RAISED
    dues = [start + step * number for number in range(RAISED)]
    dues += [start + timedelta(days=1, seconds=number) for number in range(OPEN - RAISED)]
    _state(dues=dues, by=by, at=clock.now())
    since = clock.now()
    _run_until(dues[RAISED - 1] + timedelta(seconds=4))
    figures = {"open": OPEN, **_figures(since)}
    found: dict[str, object] = {"name": "alarms", "figures": figures}
    _clear(by=by, at=clock.now())
    print(notation.dumps(found) if json else _table(figures))  # noqa: T201
    return found


def _run_until(end: datetime) -> None:
    stop = Event()
    loop = Thread(target=run_alarms, args=(stop,))
    loop.start()
    stop.wait(max((end - clock.now()).total_seconds(), 0))
    stop.set()
    loop.join()


@action
def _state(*, dues: list[datetime], by: Acting, at: datetime) -> None:  # noqa: ARG001
    write(events.ERASED, RECORD, facts={"count": 0})
    for number, due in enumerate(dues):
        promise(TRIAL, record=RECORD, slot=str(number), due=due)


@action
def _clear(*, by: Acting, at: datetime) -> None:  # noqa: ARG001
    write(events.ERASED, RECORD, facts={"count": 0})
    withdraw(TRIAL, record=RECORD, slot=EVERY_SLOT, why="The measurement is over", never_owed=True)


def _figures(since: datetime) -> dict[str, object]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT count(*), percentile_cont(ARRAY[0.5, 0.99, 1.0]) WITHIN GROUP (
                ORDER BY extract(epoch FROM written_at - (facts::jsonb->>'due')::timestamptz) * 1000)
            FROM ledger_entry WHERE event = %s AND record = %s AND written_at >= %s
            """,
            [events.LATE_RAISED.name, RECORD, since],
        )
        count, delays = cursor.fetchone()
    p50, p99, most = (round(float(delay), 1) for delay in delays or (0, 0, 0))
    return {"raised": count, "p50_ms": p50, "p99_ms": p99, "max_ms": most}


def _table(figures: Mapping[str, object]) -> str:
    return "\n".join(f"{name:>8}  {value}" for name, value in figures.items())
