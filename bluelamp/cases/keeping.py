"""What every way to charge has in common: the case that a charge belongs to, and what is written of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.cases import events
from bluelamp.cases.models import CaseFile, Charge, Requisition
from bluelamp.cases.queries import known_cases
from bluelamp.cases.rules.one_case import Place, place_of
from bluelamp.cases.rules.who_may_charge import Offence, may_police_charge
from bluelamp.ledger.actions.writing import write
from bluelamp.people.models import Person
from bluelamp.verdict import insist


@dataclass(frozen=True, kw_only=True)
class Count:
    """One offence charged; `crime` the crime that it is, None where it is not known which.

    `domestic_assault`: common assault or battery in domestic abuse, which has a longer time limit (F11).
    """

    offence: Offence
    code: str
    words: str
    crime: int | None = None
    domestic_assault: bool = False


@dataclass(frozen=True, kw_only=True)
class Against:
    """Who is charged, of what: the crime or the detention that it comes from. `officer`: whose case it becomes."""

    person: int
    crime: int | None = None
    detention: int | None = None
    officer: int | None = None


def decided_by(counts: Iterable[Count], prosecutor_reference: str) -> Charge.DecidedBy:
    """Who decided; Refused where the police may not, and no prosecutor did (F1)."""
    if prosecutor_reference.strip():
        return Charge.DecidedBy.PROSECUTOR
    for one in counts:
        insist(may_police_charge(one.offence))
    return Charge.DecidedBy.POLICE


def case_for(against: Against, counts: Iterable[Count], *, at: datetime, prosecutor: bool) -> tuple[CaseFile, str]:
    """The case these charges belong to, held until the action ends, and in words where they joined one.

    The person's row is held first: of two who charge them at once the second sees what the first wrote.
    """
    Person.objects.select_for_update(of=("self",)).get(pk=against.person)
    known = known_cases(person=against.person, crime=against.crime, detention=against.detention)
    places = [place_of(code=one.code, crime=one.crime, known=known, prosecutor=prosecutor) for one in counts]
    for place in places:
        insist(place.verdict)
    return _opened(against, places[0], at), places[0].verdict.words


def add_charge(
    case: CaseFile,
    count: Count,
    *,
    by: Acting,
    at: datetime,
    decided: Charge.DecidedBy,
    prosecutor_reference: str = "",
    requisition: Requisition | None = None,
    kept_in_custody: bool = False,
) -> Charge:
    """Write one charge; what the ledger says of it is the caller's."""
    return Charge.objects.create(
        case=case,
        crime_id=count.crime,
        requisition=requisition,
        offence_code=count.code,
        offence_words=count.words,
        charged_at=at,
        charged_by_id=by.officer_id,
        decided_by=decided,
        prosecutor_reference=prosecutor_reference,
        kept_in_custody=kept_in_custody,
    )


def about(case: CaseFile) -> tuple[str, ...]:
    """What else an entry about a case is about."""
    of_crime = (f"crime:{case.crime_id}",) if case.crime_id else ()
    held = (f"detention:{case.detention_id}",) if case.detention_id else ()
    return (*held, f"person:{case.person_id}", *of_crime)


def _opened(against: Against, place: Place, at: datetime) -> CaseFile:
    if place.join is None:
        return CaseFile.objects.create(
            person_id=against.person,
            detention_id=against.detention,
            crime_id=against.crime,
            officer_id=against.officer,
            opened_at=at,
        )
    found = CaseFile.objects.select_for_update(of=("self",)).get(pk=place.join)
    found.detention_id = found.detention_id or against.detention
    found.crime_id = found.crime_id or against.crime
    found.save(update_fields=["detention", "crime"])
    if place.verdict.words:
        write(events.JOINED, record=found.ref, about=about(found), facts={"words": place.verdict.words})
    return found
