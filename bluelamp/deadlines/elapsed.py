"""Legal hours: real time that passes, whatever the clock on the wall does."""

from datetime import datetime, timedelta

from bluelamp.deadlines.instants import instant


def after(at: datetime, *, hours: float = 0, minutes: float = 0, seconds: float = 0) -> datetime:
    """The instant (UTC) so much elapsed time after `at`; raises ValueError for a time without a zone."""
    return instant(at) + timedelta(hours=hours, minutes=minutes, seconds=seconds)


def later(at: datetime, span: timedelta) -> datetime:
    """The instant (UTC) `span` of elapsed time after `at`; before it, where the span is negative."""
    return instant(at) + span


def between(start: datetime, end: datetime) -> timedelta:
    """Elapsed time from `start` to `end`, right through clock changes; negative where `end` is earlier."""
    return instant(end) - instant(start)


def in_words(span: timedelta) -> str:
    """A span as people say it: "1 h 12 min", "45 min", "24 h"; seconds are left off."""
    minutes = int(abs(span).total_seconds()) // 60
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h"] if hours else []
    if minutes or not hours:
        parts.append(f"{minutes} min")
    return ("-" if span < -timedelta(seconds=59) else "") + " ".join(parts)
