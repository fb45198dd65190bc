"""Custody: the whiteboard with 60 held, a visit written, deadlines a second, and a year behind it against a week."""

import gzip
import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import psycopg

from bluelamp import clock
from bluelamp.site.benches import custody_year, floor
from bluelamp.site.benches.counting import HEADER
from bluelamp.site.benches.floor import Floor
from bluelamp.site.benches.load import alone
from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.benches.visitor import Visitor
from bluelamp.site.benches.web import Web

SERGEANT = "haldane"
WHITEBOARD, RECORD = "/custody/", "/detention/{}/"
YEAR, WEEK = 2_940, 60
VISIT = "custody:visit"
VISITED, VISIT_TABLES = "custody.visited", ("custody_visit", "owed_promise")
"""The page of a cell visit, what it says in the ledger, and the tables it writes."""
VISIT_WORDS = {"words": "Awake, talking, no complaint", "condition": "well"}
DEADLINE_SECONDS = 2.0
BARE = (
    "SELECT d.*, p.*, a.*, s.*, c.cell_id FROM custody_detention d JOIN people_person p ON p.id = d.person_id"
    " JOIN custody_arrest a ON a.id = d.arrest_id JOIN places_suite s ON s.id = d.suite_id"
    " LEFT JOIN custody_cellstay c ON c.detention_id = d.id AND upper_inf(c.during) WHERE d.released_at IS NULL",
    "SELECT * FROM places_cell JOIN places_suite s ON s.id = suite_id ORDER BY s.position, places_cell.position",
    "SELECT * FROM custody_slot WHERE ended_at IS NULL",
    "SELECT * FROM custody_cellclosure WHERE reopened_at IS NULL",
)
"""The floor of the whiteboard: its rows read by bare psycopg."""


def measure(scratch: Scratch) -> dict[str, object]:
    """A week first, then the year, on the same database; the floor beside each; the ledger verified at the end."""
    from django.db import connection

    now = clock.now()
    held = custody_year.held_records(now, first=1)
    week = custody_year.closed_records(WEEK, before=now - timedelta(days=1), over=timedelta(days=7), first=1_000)
    entries = custody_year.write_entries(scratch, [*held, *week])
    connection.close()
    _settle(scratch)
    record = int(held[10].ref.partition(":")[2])
    with Web(scratch, counting=True) as web:
        statements = _statements(web, record)
    before = _pages(scratch, record)
    entries += _year(scratch, now)
    after = _pages(scratch, record)
    figures: dict[str, object] = {
        "held": len(held),
        "records": len(held) + WEEK + YEAR,
        "entries": entries,
        **statements,
    }
    for name in ("whiteboard", "record"):
        figures |= {f"{name}_{key}": value for key, value in after[name].items()}
        figures[f"{name}_week_p50_ms"] = before[name]["p50_ms"]
        figures[f"{name}_ratio"] = round(after[name]["p50_ms"] / before[name]["p50_ms"], 2)
        figures[f"{name}_cpu_ratio"] = round(after[name]["server_cpu_ms"] / before[name]["server_cpu_ms"], 2)
    return {**figures, **_floor(scratch), **_visit(scratch, record), **_deadlines(), **_verified()}


def _year(scratch: Scratch, now: datetime) -> int:
    from django.db import connection

    year = custody_year.closed_records(YEAR, before=now - timedelta(days=9), over=timedelta(days=356), first=10_000)
    written = custody_year.write_entries(scratch, year)
    connection.close()
    _settle(scratch)
    return written


def _settle(scratch: Scratch) -> None:
    """What autovacuum would have done by the time a year has passed."""
    with psycopg.connect(scratch.root, autocommit=True, application_name="bluelamp bench") as link:
        link.execute("VACUUM ANALYZE")


def _statements(web: Web, record: int) -> dict[str, object]:
    viewer = Visitor(web.port).sign_in(SERGEANT)
    found: dict[str, object] = {}
    for name, path in (("whiteboard", WHITEBOARD), ("record", RECORD.format(record))):
        viewer.get(path)
        found[f"{name}_statements"] = int(viewer.get(path).headers[HEADER])
    return found


def _pages(scratch: Scratch, record: int) -> dict[str, dict[str, float]]:
    with Web(scratch) as web:
        viewer = Visitor(web.port).sign_in(SERGEANT)
        found = {}
        for name, path in (("whiteboard", WHITEBOARD), ("record", RECORD.format(record))):
            see = _seeing(viewer, path)
            see()
            found[name] = {**alone(see, web, most=200), "gzip_kb": _gzip_kb(viewer, path)}
        return found


def _seeing(viewer: Visitor, path: str) -> Callable[[], None]:
    def see() -> None:
        answer = viewer.get(path, **{"Accept-Encoding": "gzip"})
        if answer.status != 200:
            raise ValueError(f"{path} answered {answer.status}: {answer.text[-1500:]}")

    return see


def _gzip_kb(viewer: Visitor, path: str) -> float:
    sent = viewer.get(path, **{"Accept-Encoding": "gzip"})
    packed = sent.headers["Content-Encoding"] == "gzip"
    return round(len(sent.body if packed else gzip.compress(sent.body, 6)) / 1000, 1)


def _floor(scratch: Scratch) -> dict[str, object]:
    with psycopg.connect(scratch.root, autocommit=True, application_name="bluelamp bench") as link:

        def read() -> None:
            for sql in BARE:
                link.execute(sql.encode()).fetchall()

        one = alone(read, most=300)
    return {"floor_whiteboard_p50_ms": one["p50_ms"], "floor_whiteboard_p99_ms": one["p99_ms"]}


def _visit(scratch: Scratch, record: int) -> dict[str, object]:
    """A visit over HTTP beside its floor; says so where no page of that name is installed."""
    from django.urls import NoReverseMatch, reverse

    try:
        path = reverse(VISIT, args=[record])
    except NoReverseMatch:
        return {"visit": f"not measured: no page is called {VISIT}"}
    with Web(scratch, counting=True) as web:
        counted = _visiting(web, path)
        counted()
        statements = counted()
    with Web(scratch) as web:
        one = alone(_visiting(web, path), web, most=200)
    rows = floor.written_by(scratch, VISITED, VISIT_TABLES)
    bare = floor.run(scratch, rows, _write_visit, clients=1)
    found: dict[str, object] = {"visit_statements": int(statements or 0)}
    found |= {f"visit_{key}": value for key, value in one.items()}
    return {**found, "floor_visit_p50_ms": bare["floor_p50_ms"], "floor_visit_p99_ms": bare["floor_p99_ms"]}


def _visiting(web: Web, path: str) -> Callable[[], str]:
    visitor = Visitor(web.port).sign_in(SERGEANT)
    fields = visitor.hidden(path)

    def visit() -> str:
        answer = visitor.post(path, {**fields, **VISIT_WORDS, "key": str(uuid.uuid4())})
        if answer.status != 303:
            raise ValueError(f"{path} answered {answer.status}: {answer.text[-1500:]}")
        return answer.headers[HEADER] or ""

    return visit


def _write_visit(one: Floor) -> None:
    """The visit's own rows and its ledger in one transaction."""
    with one.link.transaction():
        for row in one.rows["custody_visit"]:
            one.insert("custody_visit", [{key: value for key, value in row.items() if key != "id"}])
        one.ledger(f"floor:{uuid.uuid4()}")


def _deadlines() -> dict[str, object]:
    """Limit and next review of every record, worked out from facts read beforehand."""
    from django.db import connection

    from bluelamp.custody.clocks import reviewing
    from bluelamp.custody.models import Detention
    from bluelamp.custody.rules import detention_clock, reviews
    from bluelamp.places.law_in_force import law_of

    law, at = law_of("custody"), clock.now()
    rows = Detention.objects.select_related("arrest").prefetch_related("absences", "extensions", "reviews")
    facts: list[tuple[Any, Any]] = [(each.as_facts(), reviewing(each)) for each in rows]
    connection.close()
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < DEADLINE_SECONDS:
        for held, reviewed in facts:
            detention_clock.current_limit(detention=held, law=law, at=at)
            reviews.next_review(reviewing=reviewed, law=law, at=at)
        done += 2 * len(facts)
    return {"deadlines_per_second": round(done / (time.perf_counter() - began))}


def _verified() -> dict[str, object]:
    """Every chain, as `bluelamp verify` checks it. Raises ValueError where one does not hold."""
    from django.db import connection

    from bluelamp.ledger.verifying import verify

    report = verify(connection)
    connection.close()
    if not report.sound:
        raise ValueError(f"The ledger of the measurement is not sound: {report.faults[:3]}")
    return {"entries_verified": report.entries, "verified_seconds": round(report.seconds, 1)}
