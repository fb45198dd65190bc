"""The floor: bare psycopg that writes the very rows one request wrote, by plain statements in one transaction."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import psycopg
from psycopg import sql
from psycopg.rows import dict_row
from psycopg.types.json import Json, Jsonb

from bluelamp.site.benches.load import alone, together
from bluelamp.site.benches.scratch import Scratch

JSON, JSONB = 114, 3802
Row = dict[str, Any]
Rows = dict[str, list[Row]]
NEXT = "INSERT INTO calls_dayofcalls VALUES (%s, 1) ON CONFLICT (day) DO UPDATE SET last = calls_dayofcalls.last + 1 RETURNING last"  # noqa: E501
LEDGER = ("ledger_request", "ledger_entry", "ledger_words")


@dataclass(kw_only=True)
class Floor:
    """One connection that writes again what a request wrote."""

    link: "psycopg.Connection[Row]"
    rows: Rows

    def ledger(self, record: str) -> None:
        """The key, the entries and their words, under a record of our own."""
        self.insert("ledger_request", [{**row, "key": str(uuid.uuid4())} for row in self.rows["ledger_request"]])
        entries = [_without(row, "seq") | {"record": record} for row in self.rows["ledger_entry"]]
        seqs = [one["seq"] for one in self.insert("ledger_entry", entries, returning="seq")]
        old = [row["seq"] for row in self.rows["ledger_entry"]]
        words = [{**row, "seq": seqs[old.index(row["seq"])]} for row in self.rows["ledger_words"]]
        self.insert("ledger_words", words)

    def insert(self, table: str, rows: list[Row], *, returning: str = "") -> list[Row]:
        if not rows:
            return []
        columns = list(rows[0])
        one = sql.SQL("({})").format(sql.SQL(", ").join(sql.Placeholder() * len(columns)))
        said = sql.SQL("INSERT INTO {} ({}) VALUES {}").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, columns)),
            sql.SQL(", ").join([one] * len(rows)),
        )
        if returning:
            said += sql.SQL(" RETURNING {}").format(sql.Identifier(returning))
        found = self.link.execute(said, [row[column] for row in rows for column in columns])
        return found.fetchall() if returning else []


def written_by(scratch: Scratch, event: str, tables: tuple[str, ...]) -> Rows:
    """The rows of the transaction that wrote the newest entry of `event`."""
    with psycopg.connect(scratch.root, row_factory=dict_row) as link:
        newest = link.execute("SELECT xid FROM ledger_entry WHERE event = %s ORDER BY seq DESC LIMIT 1", (event,))
        number = (newest.fetchone() or {"xid": 0})["xid"] % 2**32
        return {table: _of(link, table, number) for table in (*tables, *LEDGER)}


def _of(link: "psycopg.Connection[Row]", table: str, number: int) -> list[Row]:
    found = link.execute(
        sql.SQL("SELECT * FROM {} WHERE xmin::text = %s").format(sql.Identifier(table)), (str(number),)
    )
    kinds = {one.name: one.type_code for one in found.description or []}
    return [{name: _wrapped(value, kinds[name]) for name, value in row.items()} for row in found]


def _wrapped(value: Any, kind: int) -> Any:
    if value is None:
        return None
    return Jsonb(value) if kind == JSONB else Json(value) if kind == JSON else value


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def write_incident(floor: Floor) -> None:
    """The number of the day, the incident, its assessment, its promises, the ledger: one transaction."""
    record = f"floor:{uuid.uuid4()}"
    with floor.link.transaction():
        incident = floor.rows["calls_incident"][0]
        day = date(2001, 1, 1)
        last = floor.link.execute(NEXT, (day,)).fetchone()
        made = {**_without(incident, "id"), "day": day, "serial": (last or {})["last"]}
        pk = floor.insert("calls_incident", [made], returning="id")[0]["id"]
        triage = [_without(row, "id") | {"incident_id": pk} for row in floor.rows["calls_triage"]]
        floor.insert("calls_triage", triage)
        promises = [_without(row, "id") | {"record": record} for row in floor.rows["owed_promise"]]
        floor.insert("owed_promise", promises)
        floor.ledger(record)


def run(scratch: Scratch, rows: Rows, write: Callable[[Floor], None], clients: int = 8) -> dict[str, object]:
    """The floor alone and with all clients, each with a connection of its own."""
    links = [psycopg.connect(scratch.root, row_factory=dict_row, autocommit=True) for _ in range(clients)]
    try:
        floors = [Floor(link=link, rows=rows) for link in links]
        one = alone(lambda: write(floors[0]))
        every = together([lambda each=each: write(each) for each in floors])  # type: ignore[misc]
    finally:
        for link in links:
            link.close()
    return {"floor_p50_ms": one["p50_ms"], "floor_p99_ms": one["p99_ms"], "floor_per_second_8": every}
