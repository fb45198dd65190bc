"""How long a change takes to reach a hundred open boards, and whether signing in suffers from them."""

import statistics
import time

from bluelamp import clock
from bluelamp.site.benches import fill
from bluelamp.site.benches.assign import DISPATCHER
from bluelamp.site.benches.listeners import Listeners
from bluelamp.site.benches.load import percentile
from bluelamp.site.benches.log import CALL_TAKER, LOG_PAGE, log
from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.benches.screen import Screen
from bluelamp.site.benches.visitor import Visitor
from bluelamp.site.benches.web import Web

BOARDS, CHANGES, GAP, SETTLE = 100, 25, 0.4, 10.0
SIGN_INS = 4


def measure(scratch: Scratch) -> dict[str, object]:
    """From the moment a call's form is sent to the moment its row is received, over every board and change."""
    from django.db import connection

    fill.incidents(100)
    fill.units(20)
    connection.close()
    with Web(scratch, beside=("relay",)) as web:
        before = _sign_in_ms(web)
        viewer = Visitor(web.port).sign_in(DISPATCHER)
        with Screen(web.port, viewer.cookies) as screen:
            streams = BOARDS - (1 if screen.there else 0)
            with Listeners(web.port, viewer.cookies, streams) as listeners:
                while_open = _sign_in_ms(web)
                sent = _change(web, listeners)
                return _figures(sent, listeners, screen) | {
                    "sign_in_ms": round(before, 1),
                    "sign_in_ms_with_streams": round(while_open, 1),
                }


def _change(web: Web, listeners: Listeners) -> dict[int, float]:
    """Log calls one by one; when each form was sent, by its incident."""
    caller = Visitor(web.port).sign_in(CALL_TAKER)
    caller.hidden(LOG_PAGE)
    for _ in range(3):  # the first ones find everything cold
        log(caller)
        time.sleep(1)
    sent: dict[int, float] = {}
    for _ in range(CHANGES):
        began = clock.now().timestamp()
        sent[int(log(caller))] = began
        time.sleep(GAP)
    until = time.monotonic() + SETTLE
    while time.monotonic() < until and not listeners.have_all(sent):
        time.sleep(0.1)
    return sent


def _figures(sent: dict[int, float], listeners: Listeners, screen: Screen) -> dict[str, object]:
    by_stream = [(at - sent[number]) * 1000 for number, at in listeners.received() if number in sent]
    in_browser = [(at - sent[number]) * 1000 for number, at in screen.seen().items() if number in sent]
    every = by_stream + in_browser
    expected = len(sent) * (listeners.number + (1 if screen.there else 0))
    if not every:
        raise ValueError("No change reached any board.")
    return {
        "streams": listeners.number,
        "browsers": 1 if screen.there else 0,
        "browser": screen.words,
        "changes": len(sent),
        "received": len(every),
        "expected": expected,
        "p50_ms": round(statistics.median(every), 1),
        "p99_ms": round(percentile(every, 99), 1),
        "browser_p50_ms": round(statistics.median(in_browser), 1) if in_browser else None,
    }


def _sign_in_ms(web: Web) -> float:
    took = []
    for _ in range(SIGN_INS):
        visitor = Visitor(web.port)
        began = time.perf_counter()
        visitor.sign_in(DISPATCHER)
        took.append((time.perf_counter() - began) * 1000)
        visitor.close()
    return statistics.median(took)
