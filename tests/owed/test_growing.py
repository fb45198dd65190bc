"""What the table of promises costs an act while it grows from empty and nobody has analysed it yet."""

import pytest
from django.db import connection

from bluelamp.owed.actions.stating import promise
from tests.owed.promises import MINUTE, NOON, REVIEW, saying

pytestmark = pytest.mark.django_db
ROWS = 2000


@pytest.mark.parametrize("analysed", [False, True])
def test_a_connection_that_planned_on_an_empty_table_reads_no_more_of_a_full_one(analysed: bool) -> None:
    with connection.cursor() as cursor:
        if analysed:  # as the server does by itself: a table known to be small is cheaper to read whole
            _owe("first")
            cursor.execute("ANALYZE owed_promise")
        for n in range(6):  # past the five custom plans after which the server keeps one for all
            _owe(str(n))
        cursor.execute(
            'INSERT INTO owed_promise (kind, record, slot, due_at, began_at, alarm_at, "to", acts, unit, words, facts,'
            " about, basis, because, state, raised, failures, trouble, version)"
            " SELECT kind, 'detention:' || n, '', due_at, began_at, alarm_at, \"to\", acts, unit, words, facts,"
            " about, basis, because, state, raised, failures, trouble, version"
            " FROM owed_promise, generate_series(1000, %s) n WHERE slot = '0'",
            [999 + ROWS],
        )
        before = _rows_read()
        _owe("again")
        assert _rows_read() - before < ROWS


def _owe(slot: str) -> None:
    saying(lambda: promise(REVIEW, record="detention:7", slot=slot, due=NOON + 90 * MINUTE, facts={"n": 1}), NOON)


def _rows_read() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT seq_tup_read + idx_tup_fetch FROM pg_stat_xact_user_tables WHERE relname = 'owed_promise'"
        )
        row = cursor.fetchone()
    return int(row[0]) if row else 0
