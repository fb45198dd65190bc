"""Conditions in force, seen by the call handler, the crew and whoever opens the person, with a million persons."""

from collections.abc import Callable
from datetime import timedelta
from itertools import cycle

import psycopg

from bluelamp import clock
from bluelamp.site.benches.counting import HEADER
from bluelamp.site.benches.load import alone
from bluelamp.site.benches.many_people import FORBIDDEN, KEEP_AWAY, Filled, fill
from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.benches.visitor import Answer, Visitor
from bluelamp.site.benches.web import Web

HANDLER, CREW = "marsh", "lowe"
PERSONS = 1_000_000
ASKED = {"propose": "1", "what": "He is back", "opening_code": "domestic", "channel": "101"}
FLOOR = (
    "SELECT * FROM places_addresswarning WHERE address_key = lower(%s) AND ended_at IS NULL AND expires_at > now()",
    "SELECT d.suspect_id, v.person_id, d.grade FROM calls_incident i"
    " JOIN safeguarding_domesticincident d ON d.incident_id = i.id JOIN victims_victim v ON v.id = d.victim_id"
    " WHERE upper(i.place_words) = upper(%s) AND d.raised_at > now() - interval '1 year'",
)
ABOUT = "SELECT * FROM people_personwarning WHERE person_id = ANY(%s) AND ended_at IS NULL AND expires_at > now()"
DO_NOT_RING = "Send a crew, do not ring back"
Visit = Callable[[], Answer]


def measure(scratch: Scratch, *, persons: int = PERSONS) -> dict[str, object]:
    """Each page over HTTP, another address and person every time; the conditions must stand in every answer."""
    filled = fill(scratch, persons)
    contact = marked_contact(filled)
    figures = filled.sizes.as_figures()
    with Web(scratch, counting=True) as web:
        for name, visit in pages(*_visitors(web), filled, contact).items():
            visit()
            figures[f"{name}_statements"] = int(visit().headers[HEADER])
    with Web(scratch) as web:
        for name, visit in pages(*_visitors(web), filled, contact).items():
            took = alone(visit, web, most=200)
            figures |= {f"{name}_{key}": took[key] for key in ("p50_ms", "p99_ms", "server_cpu_ms")}
    return {**figures, **_floor(scratch, filled)}


def _visitors(web: Web) -> tuple[Visitor, Visitor]:
    return Visitor(web.port).sign_in(HANDLER), Visitor(web.port).sign_in(CREW)


def marked_contact(filled: Filled) -> int:
    """A call in the handler's hand, from a number with a warning."""
    from bluelamp.access.acting import Acting
    from bluelamp.access.models import Officer
    from bluelamp.calls.actions.contacts import answer, ring
    from bluelamp.people.actions.numbers import warn_of_number

    officer, at = Officer.objects.get(user_name=HANDLER), clock.now()
    may = frozenset(("calls.answer", "people.edit"))
    by = Acting(ref=officer.ref, name=str(officer), capabilities=may, officer_id=officer.pk)
    number = filled.caller(filled.sizes.in_force)
    until = at + timedelta(days=20)
    warn_of_number(by=by, at=at, number=number, words=DO_NOT_RING, source="An incident", expires_at=until)
    contact = int(ring(by=by, at=at, channel="999", caller_number=number).partition(":")[2])
    answer(by=by, at=at, contact=contact)
    return contact


def pages(handler: Visitor, crew: Visitor, filled: Filled, contact: int) -> dict[str, Visit]:
    """What a call handler sees before grading, what a crew opens on the way, and the person's own page."""
    handler.hidden("/calls/")
    at, by, who = (cycle(range(1, filled.sizes.in_force)) for _ in range(3))
    asked = {**ASKED, "contact": str(contact)}
    seen_first = (KEEP_AWAY, FORBIDDEN, DO_NOT_RING)
    return {
        "at_the_call": lambda: _seen(
            handler.post("/calls/", {**asked, "place": filled.address(next(at))}), *seen_first
        ),
        "at_the_incident": lambda: _seen(crew.get(f"/incident/{filled.incident + next(by)}/"), KEEP_AWAY, FORBIDDEN),
        "at_the_person": lambda: _seen(crew.get(f"/person/{filled.person + next(who)}/"), FORBIDDEN),
    }


def _seen(answer: Answer, *words: str) -> Answer:
    """The answer, which must hold what is in force. Raises ValueError where it does not."""
    missing = [each for each in words if each not in answer.text]
    if answer.status != 200 or missing:
        raise ValueError(f"Answered {answer.status} without {missing}: {answer.text[-1500:]}")
    return answer


def _floor(scratch: Scratch, filled: Filled) -> dict[str, object]:
    """The same rows by bare psycopg: warnings at an address, domestic incidents there, warnings of the two people."""
    turns = cycle(range(1, filled.sizes.in_force))
    with psycopg.connect(scratch.root, autocommit=True, application_name="bluelamp bench") as link:

        def ask() -> None:
            said = filled.address(next(turns))
            there, before = (link.execute(text.encode(), (said,)).fetchall() for text in FLOOR)
            people = [one for row in before for one in row[:2]]
            if not there or not before or not link.execute(ABOUT.encode(), (people,)).fetchall():
                raise ValueError(f"Nothing is known of {said}.")

        return {"conditions_floor_p50_ms": alone(ask)["p50_ms"]}
