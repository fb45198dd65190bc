"""The live board with 500 open incidents: one whole page."""

import gzip
from typing import Any

from bluelamp.site.benches import fill
from bluelamp.site.benches.assign import DISPATCHER
from bluelamp.site.benches.counting import HEADER
from bluelamp.site.benches.load import alone, together
from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.benches.visitor import Visitor
from bluelamp.site.benches.web import Web

BOARD = "/board/"
OPEN, OUT, CLIENTS = 500, 40, 8


def measure(scratch: Scratch) -> dict[str, object]:
    """Statements, weight, latency, CPU of the page."""
    from django.db import connection

    fill.incidents(OPEN)
    fill.units(OUT)
    connection.close()
    with Web(scratch, counting=True) as web:
        viewer = Visitor(web.port).sign_in(DISPATCHER)
        viewer.get(BOARD)
        statements = int(viewer.get(BOARD).headers[HEADER])
    with Web(scratch) as web:
        viewers = [Visitor(web.port).sign_in(DISPATCHER) for _ in range(CLIENTS)]
        weight = _weight(viewers[0])
        figures = alone(lambda: _seen(viewers[0]), web, most=100)
        every = together([lambda one=one: _seen(one) for one in viewers], seconds=5)  # type: ignore[misc]
    return {"open_incidents": OPEN, "units": OUT, "statements": statements, **weight, **figures, "per_second_8": every}


def _weight(viewer: Visitor) -> dict[str, Any]:
    """What crosses the wire when the browser takes gzip, and what gzip would make of it where nothing compresses."""
    sent = viewer.get(BOARD, **{"Accept-Encoding": "gzip"})
    packed = sent.headers["Content-Encoding"] == "gzip"
    plain = gzip.decompress(sent.body) if packed else sent.body
    return {
        "page_kb": round(len(plain) / 1000, 1),
        "gzip_kb": round(len(sent.body if packed else gzip.compress(plain, 6)) / 1000, 1),
        "sent_compressed": packed,
    }


def _seen(viewer: Visitor) -> None:
    answer = viewer.get(BOARD, **{"Accept-Encoding": "gzip"})
    if answer.status != 200:
        raise ValueError(f"The board answered {answer.status}: {answer.text[-1500:]}")
