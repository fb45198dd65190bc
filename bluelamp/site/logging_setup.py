"""The log, to standard error: words for people or one JSON object a line for machines.

Of an error it says where it arose, never the values at hand there: those are what people wrote about people.
"""

import json
import logging
import sys
from datetime import UTC, datetime


class Words(logging.Formatter):
    """One line for people, then the traceback of an error."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s [%(levelname)s] %(message)s")

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002, N802
        """The instant in UTC, as machines write it."""
        return _instant(record)


class Machines(logging.Formatter):
    """One JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        """The object of one line; `exception` is the traceback of an error."""
        said = {
            "event": record.getMessage(),
            "level": record.levelname.lower(),
            "timestamp": _instant(record),
            "logger": record.name,
        }
        if record.exc_info:
            said["exception"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False)


def set_up_logging(*, as_json: bool) -> None:
    """Send Django's and our own lines to standard error; safe to repeat."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Machines() if as_json else Words())
    root = logging.getLogger()
    for old in [one for one in root.handlers if getattr(one, "of_bluelamp", False)]:
        root.removeHandler(old)
    handler.of_bluelamp = True  # type: ignore[attr-defined]
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("bluelamp").setLevel(logging.INFO)


def _instant(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
