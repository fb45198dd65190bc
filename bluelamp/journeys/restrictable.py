"""The records that an officer may restrict by hand: what each kind is called, its table, and its page."""

from dataclasses import dataclass

from django.db.models import Model
from django.urls import reverse

from bluelamp.calls.models import Incident
from bluelamp.cases.models import CaseFile
from bluelamp.crimes.models import Crime
from bluelamp.custody.models import Detention
from bluelamp.people.models import Person
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.victims.models import Victim


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of record."""

    words: str
    rows: type[Model]
    page: str


KINDS = {
    "incident": Kind(words="incident", rows=Incident, page="desks:incident"),
    "person": Kind(words="person", rows=Person, page="desks:person"),
    "victim": Kind(words="victim", rows=Victim, page="desks:victim"),
    "domestic": Kind(words="domestic incident", rows=DomesticIncident, page="desks:domestic"),
    "crime": Kind(words="crime", rows=Crime, page=""),
    "detention": Kind(words="custody record", rows=Detention, page="desks:detention"),
    "case": Kind(words="case at court", rows=CaseFile, page="desks:case"),
}


@dataclass(frozen=True, kw_only=True)
class Record:
    """One record: its reference, what it is called here, and where its page is ("" where it has none)."""

    ref: str
    words: str
    url: str


def record_of(ref: str) -> Record | None:
    """The record of a reference such as "incident:41"; None where there is none, or none that can be restricted."""
    noun, _, number = ref.partition(":")
    kind = KINDS.get(noun)
    if kind is None or not number.isdecimal() or len(number) > 15:
        return None
    if not kind.rows._default_manager.filter(pk=int(number)).exists():
        return None
    page = reverse(kind.page, args=[int(number)]) if kind.page else ""
    return Record(ref=f"{noun}:{int(number)}", words=kind.words, url=page)
