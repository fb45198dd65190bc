"""Victims: "What we owe" with 20,000 promises open, an arrest with five victims, conditions in force seen at once."""

import statistics
import time
from collections.abc import Sequence

from bluelamp import clock
from bluelamp.access.acting import Acting
from bluelamp.site.benches import conditions, fill
from bluelamp.site.benches.counting import HEADER
from bluelamp.site.benches.load import alone, percentile
from bluelamp.site.benches.scratch import Scratch
from bluelamp.site.benches.visitor import Visitor
from bluelamp.site.benches.web import Web

SUTTER = "sutter"
PAGE = "/owed/?show=Victim+care"
OPEN, EACH = 20_000, 4
"""Promises open, of which every victim is owed so many from the report on."""
INCIDENTS, ARRESTS, VICTIMS = 100, 60, 5


def measure(scratch: Scratch, *, persons: int = conditions.PERSONS) -> dict[str, object]:
    """The page, arrests without victims and with five by turns, in the same noise; then conditions in force."""
    return {**_owed(scratch), **conditions.measure(scratch, persons=persons)}


def _owed(scratch: Scratch) -> dict[str, object]:
    from django.db import connection

    by = _by()
    people = _people(OPEN // EACH // INCIDENTS, by)
    for incident in fill.incidents(INCIDENTS):
        _victims(incident, people, by)
    nobody, harmed = fill.incidents(ARRESTS), fill.incidents(ARRESTS)
    for incident in harmed:
        _victims(incident, people[:VICTIMS], by)
    before = _promises(scratch)
    took = _arrests([one for pair in zip(nobody, harmed, strict=True) for one in pair], by)
    without, five = took[::2], took[1::2]
    written = _promises(scratch) - before
    connection.close()
    with Web(scratch, counting=True) as web:
        viewer = Visitor(web.port).sign_in(SUTTER)
        viewer.get(PAGE)
        statements = int(viewer.get(PAGE).headers[HEADER])
    with Web(scratch) as web:
        viewer = Visitor(web.port).sign_in(SUTTER)
        page = alone(lambda: _seen(viewer), web, most=200)
    p50 = {"none": statistics.median(without), "five": statistics.median(five)}
    return {
        "open_promises": _promises(scratch),
        "statements": statements,
        **page,
        "arrests": ARRESTS,
        "duties_an_arrest": written // ARRESTS,
        "arrest_without_victims_p50_ms": round(p50["none"], 2),
        "arrest_with_five_p50_ms": round(p50["five"], 2),
        "arrest_with_five_p99_ms": round(percentile(five, 99), 2),
        "duties_p50_ms": round(p50["five"] - p50["none"], 2),
    }


def _by() -> Acting:
    """An officer who may do all that is measured here."""
    from bluelamp.access.models import Officer

    names = ("custody.arrest", "victims.record", "people.edit")
    officer = Officer.objects.get(user_name="lowe")
    return Acting(
        ref=officer.ref, name=str(officer), capabilities=frozenset(names), regular_rank="constable",
        officer_id=officer.pk,
    )  # fmt: skip


def _people(number: int, by: Acting) -> list[int]:
    from bluelamp.people.actions.persons import add_person

    made = [add_person(by=by, at=clock.now(), given_names=f"Robin {n}", family_name="Measured") for n in range(number)]
    return [int(ref.partition(":")[2]) for ref in made]


def _victims(incident: int, people: Sequence[int], by: Acting) -> None:
    from bluelamp.victims.actions.recording import record_victim
    from bluelamp.victims.rules.entitlement import Circumstances

    for person in people:
        circumstances = Circumstances(hate=person % 2 == 0)
        record_victim(by=by, at=clock.now(), person=person, incident=incident, circumstances=circumstances)


def _arrests(incidents: Sequence[int], by: Acting) -> list[float]:
    """Milliseconds of one arrest at each incident, commit and all."""
    from bluelamp.custody.actions.arresting import How, Offence
    from bluelamp.custody.rules.arrest import Arresting, Necessity
    from bluelamp.journeys.actions.arrest import make_arrest

    because = (Necessity(code="protect_child_or_vulnerable", grounds="They live together"),)
    grounds = Arresting(suspicion="Named", necessity=because, voluntary_considered=True, voluntary_why="Would go back")
    offence = Offence(code="8/2", words="Assault occasioning actual bodily harm", tried="either_way")
    took = []
    for person, incident in zip(_people(len(incidents), by), incidents, strict=True):
        began = time.perf_counter()
        make_arrest(
            by=by, at=clock.now(), person=person, incident=incident, officer=by.number, offence=offence,
            grounds=grounds, how=How(),
        )  # fmt: skip
        took.append((time.perf_counter() - began) * 1000)
    return took


def _promises(scratch: Scratch) -> int:
    found = scratch.ask("SELECT count(*) FROM owed_promise WHERE state = 'open' AND kind LIKE 'victims.%%'")
    return int(str(found[0][0]))


def _seen(viewer: Visitor) -> None:
    answer = viewer.get(PAGE, **{"Accept-Encoding": "gzip"})
    if answer.status != 200:
        raise ValueError(f"The page answered {answer.status}: {answer.text[-1500:]}")
