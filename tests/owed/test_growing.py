"""What the table of promises costs an act while it grows beyond what the server last counted in it."""

from typing import Any

import pytest
from django.db import connection

from bluelamp.owed.actions.stating import keep, promise
from tests.owed.promises import MINUTE, NOON, REVIEW, saying

pytestmark = pytest.mark.django_db
ROWS = 2000


@pytest.mark.parametrize("known", ["nothing", "small", "all_settled"])
def test_what_was_planned_on_what_the_table_was_reads_no_more_of_what_it_becomes(known: str) -> None:
    with connection.cursor() as cursor:
        if known != "nothing":  # as the server counts by itself, and plans by until it counts again
            _owe("first")
            if known == "all_settled":
                _add(cursor, 1000, state="kept")
            cursor.execute("ANALYZE owed_promise")
        for n in range(6):  # past the five custom plans after which the server keeps one for all
            _owe(str(n))
        _add(cursor, 1000 + ROWS, state="open")
        before = _rows_read()
        _owe("again")
        _keep("again")
        assert _rows_read() - before < ROWS


def _add(cursor: Any, first: int, *, state: str) -> None:
    """So many promises of other records, open or settled."""
    cursor.execute(
        'INSERT INTO owed_promise (kind, record, slot, due_at, began_at, alarm_at, settled_at, "to", acts, unit, words,'
        " facts, about, basis, because, state, raised, failures, trouble, version)"
        " SELECT kind, 'detention:' || n, '', due_at, began_at, CASE %s WHEN 'open' THEN alarm_at END,"
        " CASE %s WHEN 'open' THEN NULL ELSE due_at END, \"to\", acts, unit, words,"
        " facts, about, basis, because, %s, raised, failures, trouble, version"
        " FROM (SELECT * FROM owed_promise WHERE record = 'detention:7' LIMIT 1) one,"
        " generate_series(%s::int, %s::int) n",
        [state, state, state, first, first + ROWS - 1],
    )


def _owe(slot: str) -> None:
    saying(lambda: promise(REVIEW, record="detention:7", slot=slot, due=NOON + 90 * MINUTE, facts={"n": 1}), NOON)


def _keep(slot: str) -> None:
    saying(lambda: keep(REVIEW, record="detention:7", slot=slot, at=NOON), NOON)


def _rows_read() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'owed_promise'"
        )
        row = cursor.fetchone()
    return int(row[0]) if row else 0
