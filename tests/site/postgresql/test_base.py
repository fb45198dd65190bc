"""Instants out of the database: the same values as Django's own reader gives."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from psycopg.types.datetime import TimestamptzLoader

from bluelamp.site.postgresql.base import InstantLoader

WRITTEN = (
    "2026-10-25 00:59:59.999999+00", "2026-10-25 01:00:00+00", "2024-02-29 23:00:00.1+00", "0001-01-01 00:00:00+00",
)  # fmt: skip


@pytest.mark.django_db
def test_every_connection_reads_instants_as_django_does_and_in_utc() -> None:
    connection.ensure_connection()
    assert connection.connection.adapters.get_loader(1184, InstantLoader.format) is InstantLoader
    with connection.cursor() as cursor:
        cursor.execute("SELECT unnest(%s::timestamptz[]), tstzrange('2026-03-29 01:00+00', NULL)", [list(WRITTEN)])
        rows = cursor.fetchall()
    expected = [TimestamptzLoader(1184).load(one.encode()) for one in WRITTEN]
    assert [one for one, _ in rows] == expected
    assert {one.tzinfo for one, _ in rows} == {UTC}
    assert rows[0][1].lower == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert rows[0][1].upper is None


@pytest.mark.django_db
def test_an_instant_that_python_cannot_hold_is_an_error_and_no_other_instant() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT '20000-01-01 00:00+00'::timestamptz")
        with pytest.raises(Exception, match="too large"):
            cursor.fetchall()
