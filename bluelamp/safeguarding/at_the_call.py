"""What a call handler and a crew must know before they grade and go: conditions in force, what came before (C13)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import prefetch_related_objects

from bluelamp.calls.models import Incident
from bluelamp.deadlines.instants import local_day
from bluelamp.people.models import NumberWarning, PersonWarning
from bluelamp.people.queries import warnings_of, warnings_on
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import AddressWarning
from bluelamp.places.queries import warnings_at
from bluelamp.safeguarding.models import DomesticIncident, Pathway
from bluelamp.safeguarding.queries import name_of
from bluelamp.safeguarding.rules.assessing import Risk

_YEAR = timedelta(days=365)
UNCONFIRMED = " (not confirmed)"
_HERE = """
    WITH here AS (
        SELECT id FROM calls_incident
        WHERE %(place)s <> '' AND upper(place_words) IN (upper(%(place)s), upper(%(open)s))
        UNION SELECT incident_id FROM calls_contact WHERE %(number)s <> '' AND caller_number = %(number)s
    )
"""
_ALONE = f"""{_HERE}
    SELECT one.* FROM safeguarding_pathway AS one
    WHERE one.domestic_id IS NULL AND one.closed_at IS NULL AND one.incident_id <> %(but)s
        AND one.incident_id IN (SELECT id FROM here) ORDER BY one.id
"""
_BEFORE = f"""{_HERE}
    , found AS (
        SELECT one.id, one.suspect_id, harmed.person_id FROM safeguarding_domesticincident AS one
        LEFT JOIN victims_victim AS harmed ON harmed.id = one.victim_id
        WHERE one.incident_id IN (SELECT id FROM here) AND one.incident_id <> %(but)s
            AND one.raised_at > %(since)s AND one.ended_at IS NULL
    ), people AS (SELECT suspect_id AS id FROM found UNION SELECT person_id FROM found), every AS (
        SELECT id FROM found
        UNION SELECT one.id FROM safeguarding_domesticincident AS one JOIN people ON people.id = one.suspect_id
        UNION SELECT one.id FROM people JOIN victims_victim AS harmed ON harmed.person_id = people.id
            JOIN safeguarding_domesticincident AS one ON one.victim_id = harmed.id
    )
    SELECT one.*, harmed.person_id AS harmed, one.id IN (SELECT id FROM found) AS is_first
    FROM safeguarding_domesticincident AS one LEFT JOIN victims_victim AS harmed ON harmed.id = one.victim_id
    WHERE one.id IN (SELECT id FROM every) AND one.incident_id <> %(but)s
        AND one.raised_at > %(since)s AND one.ended_at IS NULL
"""
"""Joined step by step, each by an index: asked in one WHERE with OR, every domestic incident would be read."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """Conditions in force, and the domestic incidents of 12 months at the place, by the number, or of the same people.

    `highest` is the highest risk that any of them was graded with; `pathways` names those open there without a
    domestic record, as where a stranger stalks. Never what was assessed, nor who said what.
    """

    on_number: Sequence[NumberWarning] = ()
    at_address: Sequence[AddressWarning] = ()
    of_people: Sequence[PersonWarning] = ()
    times: int = 0
    highest: str = ""
    worse: bool = False
    unassessed: int = 0
    children: bool = False
    pathways: tuple[str, ...] = ()
    records: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        return bool(self.on_number or self.at_address or self.of_people or self.times or self.pathways)


def known_of(*, place: str, number: str = "", but: int = 0, at: datetime) -> Known:
    """What is known of a place and a caller's number at `at`; six statements at most. `but`: the incident at hand."""
    said, number = _plain(place), number.strip()
    asked = {"place": said, "open": f"{said}{UNCONFIRMED}", "number": number, "but": but, "since": at - _YEAR}
    found = _domestic(asked) if said or number else []
    alone: list[Pathway] = list(Pathway.objects.raw(_ALONE, asked)) if said or number else []
    people = {one for each in found if each.is_first for one in (each.harmed, each.suspect_id) if one}  # type: ignore[attr-defined]
    return Known(
        on_number=warnings_on([number], at=at),
        at_address=warnings_at(said, at=at) if said else (),
        of_people=list(warnings_of(sorted(people), at=at)) if people else (),
        times=len(found),
        highest=_highest(found),
        worse=len(found) + 1 >= law_of("safeguarding").value("marac.escalation", on=local_day(at)).number,
        unassessed=sum(one.assessed_at is None for one in found),
        children=any(one.children.all() for one in found),
        pathways=tuple(name_of(one) for one in alone),
        records=(*(one.ref for one in found), *(one.ref for one in alone)),
    )


def known_of_incident(incident: Incident, found: DomesticIncident | None, *, at: datetime) -> Known:
    """The same for an incident's page, with the numbers it came from and the two people of its domestic record."""
    known = known_of(place=incident.place_words, but=incident.pk, at=at)
    two = {one for one in (found.victim and found.victim.person_id, found.suspect_id) if one} if found else set()
    more = [one for one in warnings_of(sorted(two), at=at) if one not in known.of_people] if two else []
    numbers = list(incident.contacts.exclude(caller_number="").values_list("caller_number", flat=True))
    return Known(**{**vars(known), "of_people": [*known.of_people, *more], "on_number": warnings_on(numbers, at=at)})


def _plain(place: str) -> str:
    return " ".join(place.split()).removesuffix(UNCONFIRMED)


def _domestic(asked: Mapping[str, object]) -> list[DomesticIncident]:
    """At the place or by the number, and of the same people; two statements."""
    found = list(DomesticIncident.objects.raw(_BEFORE, asked))
    prefetch_related_objects(found, "children")
    return found


def _highest(found: Iterable[DomesticIncident]) -> str:
    grades = {one.grade for one in found}
    return next((risk.words for risk in reversed(tuple(Risk)) if risk in grades), "")
