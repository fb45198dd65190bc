"""Whom a kept address is hidden from: everybody who is not on the domestic record it is kept for (D10)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from bluelamp.access.acting import Acting
from bluelamp.access.queries import restricted_among, rides_along
from bluelamp.calls.models import Incident
from bluelamp.dispatch.queries import board_units
from bluelamp.people.models import KeptAddress
from bluelamp.people.rules.masking import holds_none
from bluelamp.safeguarding.models import ChildInvolved, DomesticIncident

SENDS = ("calls.answer", "dispatch.assign")
"""Who answers and who sends reads the place of an open call, whosever address it is."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One new address in force, and whose it is."""

    person: int
    address: str


@dataclass(frozen=True, kw_only=True)
class AtACall:
    """An open call whose place is a kept address: whoever sends and goes must read it."""

    incident: int
    place: str
    addresses: tuple[str, ...]


RIDER = "kept_addresses"
rides_along(RIDER, "SELECT person_id || ' ' || address FROM people_keptaddress WHERE ended_at IS NULL")


def kept_for(request: HttpRequest) -> list[Kept]:
    """Every new address kept in force: for an officer read with them as the request came, else one statement."""
    read: list[str] | None = getattr(getattr(request, "user", None), RIDER, None)
    if read is None:
        return kept_now()
    parts = (one.partition(" ") for one in read)
    return [Kept(person=int(person), address=address) for person, _, address in parts]


def kept_now() -> list[Kept]:
    """Every new address kept in force; one statement."""
    found = KeptAddress.objects.filter(ended_at=None).values_list("person_id", "address")
    return [Kept(person=person, address=address) for person, address in found]


def hidden_from(by: Acting, *, among: Sequence[Kept] | None = None) -> list[str]:
    """The new addresses (of all, or `among` these) that this person may not read in what others wrote."""
    kept = kept_now() if among is None else among
    if not kept:
        return []
    on_it = seen_by(by, {one.person for one in kept})
    return [one.address for one in kept if one.person not in on_it]


def calls_at(addresses: Collection[str]) -> list[AtACall]:
    """The open calls whose place is one of these addresses; one statement, none where none is asked for."""
    if not addresses:
        return []
    open_ = Incident.objects.filter(state=Incident.State.OPEN).exclude(place_words="")
    places = open_.values_list("pk", "place_words")
    there = [(pk, place, tuple(one for one in addresses if is_at(place, one))) for pk, place in places]
    return [AtACall(incident=pk, place=place, addresses=at) for pk, place, at in there if at]


def sent_or_sending(by: Acting, calls: Iterable[AtACall], *, at: datetime) -> list[AtACall]:
    """Of these calls those that this person answers or sends to, or is sent to now with their unit."""
    found = list(calls)
    if not found or by.may(*SENDS):
        return found
    sent = {
        each.assignment.incident_id for each in board_units(at) if each.assignment and by.officer_id in each.officers
    }
    return [one for one in found if one.incident in sent]


def places_hidden(by: Acting, kept: Sequence[Kept], *, at: datetime) -> set[int]:
    """The open calls of which this person may not read where they are; nothing is asked where none is kept."""
    calls = calls_at(hidden_from(by, among=kept))
    return {one.incident for one in calls} - {one.incident for one in sent_or_sending(by, calls, at=at)}


def is_at(place: str, address: str) -> bool:
    """Whether a place, as it was said, is this address."""
    return bool(place) and not holds_none(place, kept=[address]).allowed


def seen_by(by: Acting, people: Collection[int]) -> set[int]:
    """Of these people, those with a domestic record that this person may see."""
    if not by.may("safeguarding.view"):
        return set()
    records = records_about(people)
    sights = restricted_among(by, [ref for _, ref in records])
    return {person for person, ref in records if ref not in sights or sights[ref].may_see}


def records_about(people: Collection[int]) -> list[tuple[int, str]]:
    """Every domestic record of these people, harmed or a child: the person's number and the record."""
    harmed = DomesticIncident.objects.filter(victim__person__in=people).values_list("victim__person_id", "pk")
    children = ChildInvolved.objects.filter(person__in=people).values_list("person_id", "domestic_id")
    return [(person, f"domestic:{pk}") for person, pk in [*harmed, *children]]
