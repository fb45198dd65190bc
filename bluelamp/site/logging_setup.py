"""The log, to standard error: words for people or one JSON object a line for machines."""

import logging
import sys

import structlog
from structlog.typing import Processor


def set_up_logging(*, as_json: bool) -> None:
    """Send Django's and our own lines through structlog; safe to repeat."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    drawn = _for_machines() if as_json else _for_people()
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *drawn],
        )
    )
    root = logging.getLogger()
    for old in [one for one in root.handlers if getattr(one, "of_bluelamp", False)]:
        root.removeHandler(old)
    handler.of_bluelamp = True  # type: ignore[attr-defined]
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("bluelamp").setLevel(logging.INFO)


def _for_machines() -> list[Processor]:
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]


def _for_people() -> list[Processor]:
    """Where an error arose, without the values at hand there: those are what people wrote about people."""
    return [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)]
