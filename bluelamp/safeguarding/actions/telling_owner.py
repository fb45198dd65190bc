"""Whoever wrote a kept address without being on the record: its owner is told, and looks at how they know it."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.access.queries import may_see
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed.actions.stating import keep, promise
from bluelamp.people.models import Person
from bluelamp.places.law_in_force import law_of
from bluelamp.safeguarding import events
from bluelamp.safeguarding.hiding import records_about
from bluelamp.safeguarding.models import AddressWritten, DomesticIncident
from bluelamp.safeguarding.owed.address import LOOK_AT_WRITTEN
from bluelamp.safeguarding.rules.kept_address import look_due
from bluelamp.verdict import Refused, insist, refused


@action
def note_written(*, people: Sequence[int], where: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Somebody sent the kept address of these people from the page `where`; the owner of each record is told.

    Nothing is told to whoever wrote it, right guess or wrong. Until it is looked at, more of the same by the same
    officer is counted, and each time stands in the ledger.
    """
    officer = officer_of(by)
    newest: dict[int, int] = {}
    for person, ref in records_about(people):
        newest[person] = max(newest.get(person, 0), int(ref.partition(":")[2]))
    for person in people:
        if person not in newest:  # kept for somebody of whom there is no domestic record any more
            _say(Person.objects.get(pk=person).ref, where, by)
    for number in sorted(set(newest.values())):
        found = DomesticIncident.objects.select_related("incident", "owner").get(pk=number)
        _note(found, officer, where, by, at)
    return f"person:{people[0]}"


@action
def look_at_written(*, written: int, words: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Say how they know it, and what was done. Refused for whoever wrote it, and for who is not on the record."""
    require(by, "safeguarding.assess", "safeguarding.second_look")
    found = AddressWritten.objects.select_for_update(of=("self",)).select_related("domestic").get(pk=written)
    insist(may_see(by, found.domestic.ref, at=at))
    if found.looked_at:
        raise Refused(refused("It was looked at already."))
    if found.officer_id == by.officer_id:
        raise Refused(refused("You wrote it: somebody else looks at it.", "New address kept from the suspect (D10)"))
    if not words.strip():
        raise Refused(refused("Say how they know it, and what was done.", field="words"))
    found.looked_at, found.looked_by_id, found.words = at, officer_of(by), words
    found.save(update_fields=["looked_at", "looked_by", "words"])
    write(events.ADDRESS_LOOKED_AT, record=found.ref, about=(found.domestic.ref,), words={"words": words})
    keep(LOOK_AT_WRITTEN, record=found.ref, at=at)
    return found.ref


def _note(found: DomesticIncident, officer: int, where: str, by: Acting, at: datetime) -> None:
    row, made = AddressWritten.objects.get_or_create(
        domestic=found, officer_id=officer, looked_at=None, defaults={"where": where[:200], "at": at, "last_at": at}
    )
    if not made:
        row.times, row.last_at, row.where = row.times + 1, at, where[:200]
        row.save(update_fields=["times", "last_at", "where"])
    _say(row.ref, where, by, found.ref, by.ref)
    promise(
        LOOK_AT_WRITTEN,
        record=row.ref,
        due=look_due(law_of("safeguarding"), written_at=row.at),
        began_at=row.at,
        facts={"number": found.incident.number, **({"falls_to": found.owner.ref} if found.owner else {})},
        words={"who": by.name},
        about=(found.ref,),
        unit=str(found.owner or ""),
    )


def _say(record: str, where: str, by: Acting, *about: str) -> None:
    write(events.ADDRESS_WRITTEN, record=record, about=about, facts={"where": where})
