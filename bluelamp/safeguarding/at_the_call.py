"""What a call handler and a crew must know before they grade and go: conditions in force, what came before (C13)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from bluelamp.calls.models import Incident
from bluelamp.deadlines.instants import local_day
from bluelamp.people.models import PersonWarning
from bluelamp.people.queries import warnings_of
from bluelamp.places.law_in_force import law_of
from bluelamp.places.models import AddressWarning
from bluelamp.places.queries import warnings_at
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.safeguarding.rules.assessing import Risk

_YEAR = timedelta(days=365)
UNCONFIRMED = " (not confirmed)"


@dataclass(frozen=True, kw_only=True)
class Known:
    """Conditions in force, and the domestic incidents of 12 months at the place, by the number, or of the same people.

    `highest` is the highest risk that any of them was graded with. Never what was assessed, nor who said what.
    """

    at_address: Sequence[AddressWarning] = ()
    of_people: Sequence[PersonWarning] = ()
    times: int = 0
    highest: str = ""
    worse: bool = False
    unassessed: int = 0
    children: bool = False
    records: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        return bool(self.at_address or self.of_people or self.times)


def known_of(*, place: str, number: str = "", but: int = 0, at: datetime) -> Known:
    """What is known of a place and a caller's number at `at`; six statements at most. `but`: the incident at hand."""
    said, number = _plain(place), number.strip()
    first = _domestic(_here(said) | _rang(number), but, at) if said or number else []
    people = {one for found in first for one in (found.victim and found.victim.person_id, found.suspect_id) if one}
    same = Q(victim__person__in=people) | Q(suspect__in=people)
    found = {one.pk: one for one in (*first, *(_domestic(same, but, at) if people else ()))}
    return Known(
        at_address=warnings_at(said, at=at) if said else (),
        of_people=list(warnings_of(sorted(people), at=at)) if people else (),
        times=len(found),
        highest=_highest(found.values()),
        worse=len(found) + 1 >= law_of("safeguarding").value("marac.escalation", on=local_day(at)).number,
        unassessed=sum(one.assessed_at is None for one in found.values()),
        children=any(one.children.all() for one in found.values()),
        records=tuple(one.ref for one in found.values()),
    )


def known_of_incident(incident: Incident, found: DomesticIncident | None, *, at: datetime) -> Known:
    """The same for an incident's page, with the warnings about the two people of its domestic record."""
    known = known_of(place=incident.place_words, but=incident.pk, at=at)
    two = {one for one in (found.victim and found.victim.person_id, found.suspect_id) if one} if found else set()
    more = [one for one in warnings_of(sorted(two), at=at) if one not in known.of_people] if two else []
    return Known(**{**vars(known), "of_people": [*known.of_people, *more]})


def _plain(place: str) -> str:
    return " ".join(place.split()).removesuffix(UNCONFIRMED)


def _here(said: str) -> Q:
    if not said:
        return Q(pk=None)
    return Q(incident__place_words__iexact=said) | Q(incident__place_words__iexact=f"{said}{UNCONFIRMED}")


def _rang(number: str) -> Q:
    return Q(incident__contacts__caller_number=number) if number else Q(pk=None)


def _domestic(which: Q, but: int, at: datetime) -> list[DomesticIncident]:
    rows = DomesticIncident.objects.filter(which, raised_at__gt=at - _YEAR, ended_at=None).exclude(incident=but)
    return list(rows.select_related("victim").prefetch_related("children").distinct())


def _highest(found: Iterable[DomesticIncident]) -> str:
    grades = {one.grade for one in found}
    return next((risk.words for risk in reversed(tuple(Risk)) if risk in grades), "")
