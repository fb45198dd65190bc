"""The facts that the rules of custody take. All instants have a zone; spans are elapsed time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, kw_only=True)
class Period:
    """From one instant to another."""

    began_at: datetime
    ended_at: datetime


@dataclass(frozen=True, kw_only=True)
class HospitalVisit:
    """Away from the station for treatment, both journeys included; `returned_at` None while still away."""

    left_at: datetime
    returned_at: datetime | None = None
    questioned: tuple[Period, ...] = ()


class Way(StrEnum):
    """How a person came into detention: the rows of PACE s.41(2) to (5)."""

    FIRST_STATION = "first_station"
    OTHER_FORCE = "other_force"
    ABROAD = "abroad"
    VOLUNTARY = "voluntary"
    STREET_BAIL = "street_bail"
    FURTHER_ARREST = "further_arrest"
    WANTED_ELSEWHERE = "wanted_elsewhere"


@dataclass(frozen=True, kw_only=True)
class Arrest:
    """What decides the relevant time. "Area" is a police force area.

    first_station_at: arrival at the first police station after arrest, designated or not (street bail: on answering).
    area_station_at: arrival at the first station in the area that wants the person.
    entered_at: entry into England and Wales. left_area_at: leaving the place of detention in the first area.
    questioned: questioned about this offence, to obtain evidence, before reaching the area that wants the person.
    original_relevant_time: of the first arrest, where this is a further arrest in custody (s.31).
    """

    arrested_at: datetime
    way: Way = Way.FIRST_STATION
    first_station_at: datetime | None = None
    area_station_at: datetime | None = None
    entered_at: datetime | None = None
    left_area_at: datetime | None = None
    questioned: bool = False
    original_relevant_time: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Spell:
    """An earlier stay in police detention for the same offence, ended by bail.

    `arrested_for_breach`: it began with an arrest for breach of bail, whose first 3 h do not count.
    """

    began_at: datetime
    ended_at: datetime
    hospital: tuple[HospitalVisit, ...] = ()
    arrested_for_breach: bool = False


@dataclass(frozen=True, kw_only=True)
class Extension:
    """A superintendent's authority (PACE s.42) to keep the person until `until`."""

    authorised_at: datetime
    until: datetime


@dataclass(frozen=True, kw_only=True)
class Warrant:
    """A warrant of further detention or its extension (PACE s.43, s.44); it runs from issue for `hours`."""

    issued_at: datetime
    hours: int


@dataclass(frozen=True, kw_only=True)
class Detention:
    """Everything the detention clock depends on. `returned_at`: arrival at the station on answering bail or on
    arrest for breach of it (`arrested_for_breach`, s.46A); `earlier` are the stays before that bail."""

    arrest: Arrest
    hospital: tuple[HospitalVisit, ...] = ()
    earlier: tuple[Spell, ...] = ()
    returned_at: datetime | None = None
    arrested_for_breach: bool = False
    extensions: tuple[Extension, ...] = ()
    warrants: tuple[Warrant, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Decider:
    """Who decides. `rank` is the regular rank, "" for staff; a special's grade gives no rank."""

    rank: str
    special_grade: str = ""
    custody_officer: bool = False
    involved: bool = False
    responsible_for_station: bool = True
