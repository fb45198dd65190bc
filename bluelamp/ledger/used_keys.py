"""Forgets idempotency keys that no form or phone can still send again. The notary's process does it once an hour."""

from datetime import datetime, timedelta

from django.db import connection

SHORTEST_DAYS = 2
BATCH = 2000


def forget_keys(*, at: datetime, days: int) -> int:
    """Forget keys used more than `days` (at least 2) before `at`; how many.

    Each batch is a transaction of its own and steps over rows in use, so that nobody who works waits for it.
    """
    before = at - timedelta(days=max(days, SHORTEST_DAYS))
    forgotten = 0
    while gone := _one_batch(before):
        forgotten += gone
    return forgotten


def _one_batch(before: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT ledger_forget_keys(%s, %s)", [before, BATCH])
        return int(cursor.fetchone()[0])
