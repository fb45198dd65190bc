"""The only place that asks the time. A rehearsal or a test sets a clock of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

_own: ContextVar[datetime | None] = ContextVar("own_clock", default=None)


def now() -> datetime:
    """The present instant in UTC, or what `set_to` says it is."""
    return _own.get() or datetime.now(UTC)


@contextmanager
def set_to(instant: datetime) -> Iterator[None]:
    """Within the block `now()` answers `instant`; raises ValueError for a time without a zone."""
    if instant.tzinfo is None:
        raise ValueError("A clock needs a time with a zone.")
    token = _own.set(instant.astimezone(UTC))
    try:
        yield
    finally:
        _own.reset(token)
