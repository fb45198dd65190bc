"""A call becomes an incident, over HTTP: the report form of call handling, graded at once, with its promises."""

import re
import uuid
from collections.abc import Callable
from itertools import count

from bluelamp.site.benches import floor
from bluelamp.site.benches.counting import HEADER
from bluelamp.site.benches.load import alone, together
from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.benches.visitor import Answer, Visitor
from bluelamp.site.benches.web import Web

LOG_PAGE = "/calls/"
CALL_TAKER = "marsh"
CLIENTS = 8
TABLES = ("calls_incident", "calls_triage", "owed_promise")
_doors = count(1)
_NUMBER = re.compile(r"incident[=/](\d+)")


def a_call(key: str) -> dict[str, str]:
    """What a call handler enters for one invented call."""
    return {
        "key": key,
        "channel": "999",
        "what": "There is a man at my back door, he is trying the handle. I think he has a crowbar.",
        "opening_code": "burglary",
        "detail": "happening now",
        "place": f"{next(_doors)} Shenley Road, Borehamwood",
        "place_confirmed": "on",
        "caller_words": "A neighbour",
        "grade": "G1",
        "reason": "He is trying to get in now",
        "threat": "A man with a tool at the door",
        "harm": "None yet",
        "risk": "Likely in the next minutes",
        "investigation": "Caller can see him",
        "vulnerability": "Caller is alone",
        "engagement": "Stays on the line",
    }


def incident_of(answer: Answer) -> str:
    """The number of the incident an answer acknowledges; "" where it acknowledges none."""
    found = _NUMBER.search(answer.headers["Location"] or "") if answer.status in (302, 303) else None
    return found.group(1) if found else ""


def measure(scratch: Scratch) -> dict[str, object]:
    """Statements, CPU, latency, throughput; then the floor on the same database."""
    with Web(scratch, counting=True) as web:
        statements = _statements(web)
    with Web(scratch) as web:
        callers = [Visitor(web.port).sign_in(CALL_TAKER) for _ in range(CLIENTS)]
        visits = [_visit(caller) for caller in callers]
        together(visits, seconds=1)  # every thread of the server gets its connection
        figures: dict[str, object] = {"statements": statements, **alone(visits[0], web)}
        figures["per_second_8"] = together(visits)
    rows = floor.written_by(scratch, "calls.incident_logged", TABLES)
    return {**figures, **floor.run(scratch, rows, floor.write_incident)}


def _visit(caller: Visitor) -> Callable[[], str]:
    caller.hidden(LOG_PAGE)
    return lambda: log(caller)


def log(caller: Visitor) -> str:
    """Log one call; its incident's number. Raises ValueError with what was answered instead."""
    answer = caller.post(LOG_PAGE, a_call(str(uuid.uuid4())))
    number = incident_of(answer)
    if not number:
        raise ValueError(f"Logging a call answered {answer.status}: {answer.text[-1500:]}")
    return number


def _statements(web: Web) -> int:
    caller = Visitor(web.port).sign_in(CALL_TAKER)
    caller.hidden(LOG_PAGE)
    log(caller)
    answer = caller.post(LOG_PAGE, a_call(str(uuid.uuid4())))
    return int(answer.headers[HEADER])
