"""Arrival at a suite: the custody record opens and the detention clock is worked out (P10, P20)."""

from datetime import datetime

from django.db import IntegrityError, connection

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.compiled import Compiled, Given, fetch, insert
from bluelamp.custody.actions.bailing import end_bail
from bluelamp.custody.calling import restate_called
from bluelamp.custody.cells import is_child
from bluelamp.custody.clocks import limit_of
from bluelamp.custody.escorts import close_escort
from bluelamp.custody.events.escorts import WAY_EXPLAINED
from bluelamp.custody.events.journey import ARRIVED
from bluelamp.custody.keeping import lock_bail
from bluelamp.custody.models import Arrest, Detention, Slot, StreetBail
from bluelamp.custody.owed.clocks import DECIDE, LIMIT, decision_by
from bluelamp.custody.owed.places import ANSWER, DESIGNATED, STATION_LIMIT
from bluelamp.custody.owed.street_bail import ANSWER_STREET_BAIL
from bluelamp.custody.responsible import custody_officer, pass_on
from bluelamp.custody.rules import detention_clock, order_of_events
from bluelamp.custody.rules.facts import Way
from bluelamp.custody.rules.street_bail import may_answer
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import keep, promise, withdraw
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused, insist, refused

_NEXT = """
    INSERT INTO custody_suiteserial AS serial (suite_id, last) VALUES (%s, 1)
    ON CONFLICT (suite_id) DO UPDATE SET last = serial.last + 1 RETURNING last
"""


@action
def arrive(
    *,
    by: Acting,
    at: datetime,
    arrest: int,
    suite: int,
    arrived_at: datetime | None = None,
    first_station_at: datetime | None = None,
    delay_why: str = "",
    reason_late: str = "",
    of_the_borough: bool = True,
    key: str | None = None,
) -> str:
    """Open the custody record of somebody brought to a suite.

    `first_station_at` where they were at another police station before: the 24 hours run from there; what was
    written at that station goes before. `delay_why`: why the way took long (s.30(11)). Refused for a second open
    detention of one person, and for an arrival before the arrest.
    """
    require(by, "custody.book_in")
    made = fetch(Arrest, arrest, "person", lock=True)
    when = arrived_at or at
    first = made.first_station_at or first_station_at or when
    _possible(made, first, when, at)
    _first_arrival(made)
    _answers_street_bail(made, when, at)
    detention = Detention(
        person=made.person,
        arrest=made,
        suite=fetch(Suite, suite),
        first_station_at=first,
        arrived_at=when,
        of_the_borough=of_the_borough,
    )
    _start_clock(detention, at)
    _open(detention)
    pass_on(detention, custody_officer(by, suite), when)
    _owe(detention, at)
    about = (made.ref, made.person.ref, *([f"incident:{made.incident_id}"] if made.incident_id else []))
    facts = _facts(detention, made)
    write(ARRIVED, record=detention.ref, about=about, occurred_at=when, reason=reason_late, facts=facts)
    close_escort(detention, by.name, at)
    _end_way(detention, made, at, delay_why)
    return detention.ref


@action
def answer_bail(
    *,
    by: Acting,
    at: datetime,
    bail: int,
    suite: int,
    breach: bool,
    arrived_at: datetime | None = None,
    reason_late: str = "",
    words: str = "",
    key: str | None = None,
) -> str:
    """Open a record for somebody back on bail: they answered it, or were arrested for breach of it (s.46A, s.47(6)).

    The clock goes on from the stays before; after an arrest for breach its first 3 hours here do not count (s.47(6A)).
    """
    require(by, "custody.book_in")
    found = lock_bail(bail)
    when = arrived_at or at
    if when < found.granted_at:
        words_no = f"Back before bail was granted, {spoken(found.granted_at)}."
        raise Refused(refused(words_no, "Order of events", field="arrived_at"))
    detention = Detention(
        person=found.person,
        arrest=found.arrest,
        suite=fetch(Suite, suite),
        first_station_at=when,
        arrived_at=when,
        on_bail=found,
        arrested_for_breach=breach,
        of_the_borough=found.detention.of_the_borough,
    )
    _start_clock(detention, at)
    _open(detention)
    pass_on(detention, custody_officer(by, suite), when)
    close_escort(detention, by.name, at)
    end_bail(by=by, at=at, bail=bail, outcome="breached" if breach else "answered", why=words or "Back at the station")
    _owe(detention, at)
    about = (found.arrest.ref, found.person.ref, found.ref)
    facts = _facts(detention, found.arrest)
    write(ARRIVED, record=detention.ref, about=about, occurred_at=when, reason=reason_late, facts=facts)
    return detention.ref


_STREET_BAIL = Compiled(lambda: StreetBail.objects.select_for_update(of=("self",)).filter(arrest=Given("arrest")))
_LAST = Compiled(lambda: Detention.objects.filter(arrest=Given("arrest")).order_by("-arrived_at")[:1])
_SLOTS = Compiled(lambda: Slot.objects.select_for_update(of=("self",)).filter(arrest=Given("arrest"), ended_at=None))


def _answers_street_bail(made: Arrest, when: datetime, at: datetime) -> None:
    """Whoever comes on street bail has their 24 hours from this arrival (s.41(2)(ca)); the promise to come is kept."""
    bail = _STREET_BAIL.first(arrest=made.pk)
    if bail is None:
        return
    insist(
        may_answer(granted_at=bail.granted_at, answered_at=bail.answered_at, called_off_at=bail.called_off_at, at=when)
    )
    bail.answered_at, made.way = when, Way.STREET_BAIL.value
    bail.save(update_fields=["answered_at"])
    made.save(update_fields=["way"])
    keep(ANSWER_STREET_BAIL, record=made.ref, at=at)


def _first_arrival(made: Arrest) -> None:
    """One arrival for one arrest: whoever comes back comes on bail (s.47(6))."""
    before = _LAST.first(arrest=made.pk)
    if before and before.released_at:
        words = (
            f"They arrived on this arrest {spoken(before.arrived_at)}, record {before.number}: they come back on bail."
        )
        raise Refused(refused(words, "PACE s.47(6), Code C 2.1", field="arrived_at"))


def _possible(made: Arrest, first: datetime, when: datetime, at: datetime) -> None:
    if made.dearrested_at:
        raise Refused(refused("This person was de-arrested on the way.", "PACE s.30(7)"))
    insist(
        order_of_events.possible(events=order_of_events.Events(arrested_at=made.arrested_at, arrived_at=first), at=at)
    )
    if when < first:
        raise Refused(refused("Arrival at the suite is before the first station.", "PACE s.41(2)", field="arrived_at"))


def _start_clock(detention: Detention, at: datetime) -> None:
    facts = detention.as_facts_on_arrival()
    relevant = detention_clock.relevant_time(arrest=facts.arrest, law=law_of("custody"), at=at).at
    detention.relevant_time = facts.returned_at or relevant
    limit = detention_clock.limit(detention=facts, law=law_of("custody"), at=at)
    detention.limit_at = limit.due if limit else None


def _open(detention: Detention) -> None:
    detention.number = _next_number(detention.suite)
    try:
        insert(detention)
    except IntegrityError as error:
        if "one_open_detention_per_person" not in str(error):
            raise
        words = "This person has an open custody record already. One person has one record at a time."
        raise Refused(refused(words, "Code C 2.1")) from error


def _next_number(suite: Suite) -> str:
    """The suite's next record number, such as HD 2187; its row stays locked until commit."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [suite.pk])
        return f"{suite.name[0]}{suite.name[-1].upper()} {cursor.fetchone()[0]}"


def _end_way(detention: Detention, made: Arrest, at: datetime, delay_why: str) -> None:
    if delay_why.strip():
        write(WAY_EXPLAINED, record=detention.ref, about=(made.ref,), words={"why": delay_why})
        made.delay_why = delay_why.strip()
        made.save(update_fields=["delay_why"])
    if made.first_station_at:
        keep(DESIGNATED, record=made.ref, at=at)
        withdraw(STATION_LIMIT, record=made.ref, why="The clock goes on in the custody record")
    for slot in _SLOTS.ask(arrest=made.pk):
        slot.ended_at = at
        slot.save(update_fields=["ended_at"])
        if slot.answered_at is None:
            withdraw(ANSWER, record=made.ref, slot=str(slot.pk), why="The person has arrived")


def _owe(detention: Detention, at: datetime) -> None:
    if is_child(detention):
        restate_called(detention)
    who = {"who": detention.person.name}
    about = (detention.person.ref,)
    decide = decision_by(detention)
    promise(DECIDE, record=detention.ref, due=decide, began_at=detention.arrived_at, words=who, about=about,
            unit=detention.suite.name)  # fmt: skip
    limit = limit_of(detention, at)
    if limit:
        promise(LIMIT, record=detention.ref, due=limit, began_at=detention.relevant_time, words=who, about=about,
                unit=detention.suite.name)  # fmt: skip


def _facts(detention: Detention, made: Arrest) -> dict[str, object]:
    return {
        "suite": detention.suite.key,
        "suite_name": detention.suite.name,
        "number": detention.number,
        "relevant_time": detention.relevant_time.isoformat() if detention.relevant_time else None,
        "arrested_at": made.arrested_at.isoformat(),
        "of_the_borough": detention.of_the_borough,
        "drive_seconds": round((detention.arrived_at - made.arrested_at).total_seconds()),
    }
