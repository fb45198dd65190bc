"""Joining a person to another person, a vehicle, or a case, and ending that."""

from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.ledger.actions.writing import action, write
from bluelamp.people import events
from bluelamp.people.models import ROLES, WITH_VEHICLES, Link, Person, Vehicle
from bluelamp.people.permissions import EDIT
from bluelamp.people.rules.personal_connection import may_have_ended
from bluelamp.verdict import Verdict, allowed, insist, refused


@action
def link(
    *,
    person: int,
    kind: str,
    to: str,
    source: str,
    by: Acting,
    at: datetime,
    since: date | None = None,
    key: str | None = None,
) -> str:
    """Join a person to `to`: "person:8", "vehicle:7", or the case of a role such as "incident:41".

    `kind` is one of Link.Kind; a role (victim, suspect, ...) needs a case, for no person is an offender everywhere.
    """
    require(by, EDIT.name)
    insist(_fits(person, kind, to, source))
    noun, _, number = to.partition(":")
    made = Link(person_id=person, kind=kind, source=source, since=since, linked_at=at)
    if kind in ROLES:
        made.record = to
    elif noun == "vehicle":
        made.vehicle_id = int(number)
    else:
        made.other_id = int(number)
    made.save()
    facts = {"kind": Link.Kind(kind).label, "other": to, "since": since.isoformat() if since else None}
    write(events.LINKED, record=f"person:{person}", about=(to,), facts=facts, words={"source": source})
    return f"link:{made.pk}"


@action
def end_link(
    *, number: int, why: str, by: Acting, at: datetime, ended_on: date | None = None, key: str | None = None
) -> str:
    """A tie has ended, on the day `ended_on` where that is known; it stays on the record, and a tie in law."""
    require(by, EDIT.name)
    found = _in_force(number, why)
    insist(may_have_ended(since=found.since, ended_on=ended_on, today=local_day(at)))
    found.ended_on = ended_on
    _end(found, why, at)
    facts = _facts(found) | {"ended_on": ended_on.isoformat() if ended_on else None}
    write(events.LINK_ENDED, record=f"person:{found.person_id}", about=_about(found), facts=facts, words={"why": why})
    return f"link:{number}"


@action
def withdraw_link(*, number: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """A link was written in error: it never held, and counts no more. What was written, and why not, stays."""
    require(by, EDIT.name)
    found = _in_force(number, why)
    found.withdrawn = True
    _end(found, why, at)
    about, facts = _about(found), _facts(found)
    write(events.LINK_WITHDRAWN, record=f"person:{found.person_id}", about=about, facts=facts, words={"why": why})
    return f"link:{number}"


def _in_force(number: int, why: str) -> Link:
    found = Link.objects.select_for_update(of=("self",)).filter(pk=number, ended_at=None).first()
    if found is None or not why.strip():
        insist(refused("Say why." if found else "This link is not in force.", field="why"))
    assert found is not None
    return found


def _end(found: Link, why: str, at: datetime) -> None:
    found.ended_at, found.ended_why = at, why
    found.save(update_fields=["ended_at", "ended_on", "ended_why", "withdrawn"])


def _about(found: Link) -> tuple[str, ...]:
    """The other end of it, where that is a person or a vehicle."""
    return (
        (f"person:{found.other_id}",)
        if found.other_id
        else (f"vehicle:{found.vehicle_id}",)
        if found.vehicle_id
        else ()
    )


def _facts(found: Link) -> dict[str, object]:
    return {"kind": Link.Kind(found.kind).label.lower(), "link": found.pk}


def _fits(person: int, kind: str, to: str, source: str) -> Verdict:
    noun, _, number = to.partition(":")
    if kind not in Link.Kind.values:
        return refused("Choose what joins them.", field="kind")
    if not source.strip():
        return refused("Say who or what this is known from.", field="source")
    if not number.isdecimal() or not Person.objects.filter(pk=person).exists():
        return refused("There is no such person, vehicle or case.", field="to")
    if kind in ROLES:
        return _role_fits(noun)
    return _thing_fits(person, kind, noun, int(number))


def _role_fits(noun: str) -> Verdict:
    if noun in ("person", "vehicle"):
        return refused("A part like this belongs to one case: name the incident, crime or detention.", field="to")
    return allowed()


def _thing_fits(person: int, kind: str, noun: str, number: int) -> Verdict:
    wanted = "vehicle" if kind in WITH_VEHICLES else "person"
    if noun != wanted:
        return refused(f"This joins a person to a {wanted}.", field="to")
    if (noun, number) == ("person", person):
        return refused("A person is not joined to themselves.", field="to")
    there = (Vehicle if noun == "vehicle" else Person).objects.filter(pk=number).exists()
    return allowed() if there else refused(f"There is no such {noun}.", field="to")
