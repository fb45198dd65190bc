"""One at a time where two could tell the same news. Only inside an action: the lock ends with its transaction."""

from django.db import connection

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


def alone_with(news: str, *, to: str, channel: str) -> None:
    """Wait until nobody else is telling this person this news by this channel; nothing to wait for without news."""
    if news:
        with connection.cursor() as cursor:
            cursor.execute(_LOCK, [f"messages {to} {channel} {news}"])
