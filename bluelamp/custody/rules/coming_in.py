"""How somebody came into detention: what each row of the relevant time needs to be told (PACE s.41(2) to (5))."""

from datetime import datetime

from bluelamp.custody.rules.facts import Arrest, Way
from bluelamp.deadlines.instants import instant, spoken
from bluelamp.verdict import Verdict, allowed, every, refused

WORDS = {
    Way.FIRST_STATION: "Arrested here and brought to a police station",
    Way.OTHER_FORCE: "Arrested in one force area, wanted by another",
    Way.ABROAD: "Arrested outside England and Wales",
    Way.VOLUNTARY: "Came to a station freely and was arrested there",
    Way.STREET_BAIL: "Answered street bail",
    Way.FURTHER_ARREST: "Arrested again while in detention",
    Way.WANTED_ELSEWHERE: "Held in one force area, wanted in another and taken there",
}
BASIS = {
    Way.FIRST_STATION: "PACE s.41(2)(d)",
    Way.OTHER_FORCE: "PACE s.41(2)(a), (3)",
    Way.ABROAD: "PACE s.41(2)(b)",
    Way.VOLUNTARY: "PACE s.41(2)(c)",
    Way.STREET_BAIL: "PACE s.41(2)(ca)",
    Way.FURTHER_ARREST: "PACE s.31, s.41(4)",
    Way.WANTED_ELSEWHERE: "PACE s.41(5)",
}


def may_be_said(*, arrest: Arrest, wanted_by: str = "", questioned: bool | None = None, at: datetime) -> Verdict:
    """Whether these facts make one row of the relevant time; what is missing or impossible is named.

    `questioned` None: nobody said whether the person was questioned about this offence on the way.
    """
    return every(*_needs(arrest, wanted_by, questioned), *_order(arrest, at))


def _needs(arrest: Arrest, wanted_by: str, questioned: bool | None) -> list[Verdict]:
    way, basis = arrest.way, BASIS[arrest.way]
    found = []
    if way in (Way.OTHER_FORCE, Way.WANTED_ELSEWHERE):
        if not wanted_by.strip():
            found.append(refused("Say which force wants the person.", basis, field="wanted_by"))
        if questioned is None:
            words = "Say whether they were questioned about this offence, to obtain evidence, before being taken there."
            found.append(refused(words, basis, field="questioned"))
    if way is Way.ABROAD and arrest.entered_at is None:
        found.append(refused("Say when they entered England and Wales.", basis, field="entered_at"))
    if way is Way.WANTED_ELSEWHERE and arrest.left_area_at is None:
        found.append(refused("Say when they left the first place of detention.", basis, field="left_area_at"))
    if way is Way.FURTHER_ARREST and arrest.original_relevant_time is None:
        words = "A further arrest is written on the custody record the person is held on."
        found.append(refused(words, basis, field="way"))
    return found


def _order(arrest: Arrest, at: datetime) -> list[Verdict]:
    named = (
        ("Entry into England and Wales", "entered_at", arrest.entered_at),
        ("Leaving the first place of detention", "left_area_at", arrest.left_area_at),
        ("Arrival in the area that wants the person", "area_station_at", arrest.area_station_at),
    )
    found = [_possible(what, field, when, arrest, at) for what, field, when in named if when is not None]
    started = arrest.entered_at or arrest.left_area_at
    if started and arrest.area_station_at and instant(arrest.area_station_at) < instant(started):
        words = f"Arrival there at {spoken(arrest.area_station_at)} is before {spoken(started)}, when they set out."
        found.append(refused(words, BASIS[arrest.way], field="area_station_at"))
    return found


def _possible(what: str, field: str, when: datetime, arrest: Arrest, at: datetime) -> Verdict:
    if instant(when) > instant(at):
        return refused(f"{what}, {spoken(when)}, has not come yet.", "Code C 2.6", field=field)
    if instant(when) < instant(arrest.arrested_at):
        words = f"{what}, {spoken(when)}, is before the arrest, {spoken(arrest.arrested_at)}."
        return refused(words, "Code C 2.6", field=field)
    return allowed()
