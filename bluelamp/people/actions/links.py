"""Joining a person to another person, a vehicle, or a case, and ending that."""

from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.people import events
from bluelamp.people.models import ROLES, WITH_VEHICLES, Link, Person, Vehicle
from bluelamp.people.permissions import EDIT
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
def end_link(*, number: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """End a link that no longer holds; it stays on the record."""
    require(by, EDIT.name)
    found = Link.objects.select_for_update(of=("self",)).filter(pk=number, ended_at=None).first()
    if found is None or not why.strip():
        insist(refused("Say why." if found else "This link is not in force.", field="why"))
    assert found is not None
    found.ended_at = at
    found.save(update_fields=["ended_at"])
    facts = {"kind": Link.Kind(found.kind).label.lower(), "link": number}
    write(events.LINK_ENDED, record=f"person:{found.person_id}", facts=facts, words={"why": why})
    return f"link:{number}"


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
