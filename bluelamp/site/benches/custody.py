"""Custody: the whiteboard with 60 held, a visit written, deadlines a second, and a year behind it against a week."""

import gzip
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

import psycopg

from bluelamp import clock
from bluelamp.site.benches import clock_rate, custody_year, floor, paper, visit
from bluelamp.site.benches.counting import HEADER
from bluelamp.site.benches.floor import Floor
from bluelamp.site.benches.load import alone
from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.benches.visitor import Visitor
from bluelamp.site.benches.web import Web

SERGEANT = "haldane"
WHITEBOARD, RECORD = "/custody/", "/detention/{}/"
YEAR, WEEK = 2_940, 60
VISITED, VISIT_TABLES = "custody.visited", ("custody_visit", "owed_promise")
"""What a cell visit says in the ledger, and the tables it writes."""
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
    """A week first, then the year, on one database; the floor beside each. The ledger is verified before the floor."""
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
    return {**figures, **_floor(scratch), **_verified(), **_visit(scratch, record), **_deadlines(), **_paper()}


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
    """A visit over HTTP, as the round at the cell doors sends it, beside its floor."""
    from bluelamp.custody.models import Detention

    suite = Detention.objects.values_list("suite__key", flat=True).get(pk=record)
    _close_own_link()
    with Web(scratch, counting=True) as web:
        counted = visit.ready(Visitor(web.port).sign_in(visit.DETENTION_OFFICER), suite, record)
        counted()
        statements = counted()
    with Web(scratch) as web:
        one = alone(visit.ready(Visitor(web.port).sign_in(visit.DETENTION_OFFICER), suite, record), web, most=200)
    rows = floor.written_by(scratch, VISITED, VISIT_TABLES)
    bare = floor.run(scratch, rows, _write_visit, clients=1)
    found: dict[str, object] = {"visit_statements": int(statements or 0)}
    found |= {f"visit_{key}": value for key, value in one.items()}
    return {**found, "floor_visit_p50_ms": bare["floor_p50_ms"], "floor_visit_p99_ms": bare["floor_p99_ms"]}


def _close_own_link() -> None:
    from django.db import connection

    connection.close()


def _write_visit(one: Floor) -> None:
    """The visit's own rows and its ledger in one transaction."""
    with one.link.transaction():
        for row in one.rows["custody_visit"]:
            one.insert("custody_visit", [{key: value for key, value in row.items() if key != "id"}])
        one.ledger(f"floor:{uuid.uuid4()}")


def _deadlines() -> dict[str, object]:
    """Limit and next review of invented detentions on both sides of a clock change, from their facts alone."""
    found = clock_rate.rate(seconds=DEADLINE_SECONDS)
    _close_own_link()
    return {"deadlines_per_second": round(found.a_second)}


def _paper() -> dict[str, object]:
    return {f"paper_{name}": value for name, value in paper.figures().items()}


def _verified() -> dict[str, object]:
    """Every chain, as `bluelamp verify` checks it. Raises ValueError where one does not hold."""
    from django.db import connection

    from bluelamp.ledger.verifying import verify

    report = verify(connection)
    connection.close()
    if not report.sound:
        raise ValueError(f"The ledger of the measurement is not sound: {report.faults[:3]}")
    return {"entries_verified": report.entries, "verified_seconds": round(report.seconds, 1)}
