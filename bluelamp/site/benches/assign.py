"""A unit is sent to an incident, over HTTP: the button of the board."""

import uuid
from collections.abc import Callable, Iterator

from bluelamp.site.benches import fill, floor
from bluelamp.site.benches.counting import HEADER
from bluelamp.site.benches.floor import Floor
from bluelamp.site.benches.load import TOGETHER_MOST, alone, together
from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.benches.visitor import Visitor
from bluelamp.site.benches.web import Web

DISPATCHER = "winter"
CLIENTS, INCIDENTS, UNITS = 8, 200, TOGETHER_MOST + 1500
TABLES = ("dispatch_assignment", "dispatch_unit", "owed_promise")
Units = Iterator[tuple[int, str]]


def measure(scratch: Scratch) -> dict[str, object]:
    """Every visit sends another free unit to an incident; then the floor on the same database."""
    from django.db import connection

    places = fill.incidents(INCIDENTS)
    free = iter(fill.units(UNITS))
    for_floor = iter(fill.units(UNITS, first=1_000_000))
    connection.close()
    with Web(scratch, counting=True) as web:
        sender = _sender(web)
        send(sender, places[0], next(free))
        statements = int(send(sender, places[0], next(free)))
    with Web(scratch) as web:
        visits = [_visit(_sender(web), places, free, number) for number in range(CLIENTS)]
        together(visits, seconds=1)
        figures: dict[str, object] = {"statements": statements, **alone(visits[0], web)}
        figures["per_second_8"] = together(visits)
    rows = floor.written_by(scratch, "dispatch.assigned", TABLES)
    return {**figures, **floor.run(scratch, rows, lambda one: _write(one, for_floor))}


def send(sender: Visitor, incident: int, unit: tuple[int, str]) -> str:
    """Send it as the first advised; the number of statements where they are counted. Raises ValueError otherwise."""
    from bluelamp.dispatch.offers import Advised

    pk, call_sign = unit
    advised = Advised(unit=pk, incident=incident, call_sign=call_sign, rank=1, seconds=300, first=call_sign, seen_on="")
    path = f"/dispatch/incident/{incident}/send/"
    answer = sender.post(path, {"key": str(uuid.uuid4()), "choice": advised.token})
    if answer.status != 303:
        raise ValueError(f"Sending a unit answered {answer.status}: {answer.text[-1500:]}")
    return answer.headers[HEADER] or ""


def _sender(web: Web) -> Visitor:
    sender = Visitor(web.port).sign_in(DISPATCHER)
    sender.hidden("/you/")
    return sender


def _visit(sender: Visitor, places: list[int], free: Units, number: int) -> Callable[[], str]:
    return lambda: send(sender, places[number], next(free))


def _write(one: Floor, free: Units) -> None:
    """The unit, its assignment, the promise that is kept, the ledger: one transaction."""
    unit = next(free)[0]
    with one.link.transaction():
        sent, assigned = one.rows["dispatch_unit"][0], one.rows["dispatch_assignment"][0]
        one.link.execute(
            "UPDATE dispatch_unit SET status = %s, status_since = %s, status_words = %s WHERE id = %s",
            (sent["status"], sent["status_since"], sent["status_words"], unit),
        )
        one.insert("dispatch_assignment", [{k: v for k, v in assigned.items() if k != "id"} | {"unit_id": unit}])
        for promise in one.rows["owed_promise"]:
            one.link.execute(
                "UPDATE owed_promise SET state = %s, settled_at = %s WHERE id = %s",
                (promise["state"], promise["settled_at"], promise["id"]),
            )
        one.ledger(f"floor:{uuid.uuid4()}")
