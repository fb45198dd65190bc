"""Units, incidents and a week of attendance for the browser tests' borough."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bluelamp.calls.actions.contacts import answer, ring
from bluelamp.calls.actions.incidents import add_line, close_incident
from bluelamp.calls.grades import Assessment
from bluelamp.calls.rules.closing import Closing
from bluelamp.calls.rules.grading import Sign, Stated
from bluelamp.calls.rules.thrive import Rationale
from bluelamp.dispatch.actions import assigning, units
from bluelamp.duty.actions.tours import book_on
from bluelamp.journeys.actions.report import Harmed, Reported, take_report
from bluelamp.places.queries import teams
from bluelamp.victims.rules.entitlement import Circumstances

if TYPE_CHECKING:
    from bluelamp.access.acting import Acting
    from tests.journeys.world import Evening

THRIVE = Rationale(
    threat="As the caller says.",
    harm="None known.",
    risk="It may happen again.",
    investigation="A witness is there.",
    vulnerability="None known.",
    engagement="Wants to see an officer.",
)
PLACES = {
    "Borehamwood": (-0.272, 51.657),
    "Bushey": (-0.360, 51.643),
    "Potters Bar": (-0.190, 51.698),
    "Radlett": (-0.317, 51.685),
    "Shenley": (-0.283, 51.690),
    "Elstree": (-0.300, 51.643),
}
UNITS = (
    ("43", "response", "Borehamwood", ("lowe", "iqbal")),
    ("49", "response", "Potters Bar", ("tansley",)),
    ("45", "response", "Radlett", ("brade",)),
    ("42", "response", "Bushey", ("whitlow",)),
    ("41", "response", "Potters Bar", ("hale", "denny")),
    ("R2", "roads", "Borehamwood", ("vaughan", "penney")),
    ("46", "response", "Borehamwood", ("lacey",)),
    ("44", "response", "Radlett", ("morrow", "ellis")),
    ("N3", "neighbourhood", "Shenley", ("tan", "delaney")),
    ("47", "response", "Elstree", ("stone",)),
    ("48", "response", "Radlett", ("adair",)),
)


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of the evening: when, what, where, its grade and who was sent, and how long ago each step was."""

    ago: float
    kind: str
    code: str
    road: str
    place: str
    grade: str
    sign: Sign | None = None
    channel: str = "101"
    crime: bool = False
    unit: str = ""
    left: float = 0.0
    there: float = 0.0


CALLS = (
    Call(ago=17, kind="Crash, two cars, one trapped", code="crash", road="A1 Barnet bypass, Stirling Corner",
         place="Borehamwood", grade="G1", sign=Sign.SERIOUS_CRASH, channel="999", unit="R2", left=14),
    Call(ago=17, kind="Shop theft, staff holding one", code="theft", road="The Broadway", place="Potters Bar",
         grade="G2", sign=Sign.URGENT, crime=True, unit="41", left=5),
    Call(ago=55, kind="Missing, 78, dementia", code="missing", road="Watling Street", place="Radlett", grade="G2",
         sign=Sign.VULNERABLE_DISTRESSED, channel="999", unit="44", left=52, there=33),
    Call(ago=43, kind="Neighbour threats, hate", code="anti_social", road="Bushey Mill Lane", place="Bushey",
         grade="G2", sign=Sign.HATE, crime=True, unit="42", left=30, there=8),
    Call(ago=57, kind="Burglary found, caller alone", code="burglary", road="London Road", place="Shenley",
         grade="G2", sign=Sign.EVIDENCE_OR_WITNESS_LOST, crime=True, unit="45", left=12),
    Call(ago=190, kind="Statement, robbery", code="robbery", road="Allum Lane", place="Elstree", grade="G3",
         crime=True),
    Call(ago=230, kind="CCTV from shop, till 3", code="theft", road="Darkes Lane", place="Potters Bar", grade="G3"),
    Call(ago=260, kind="Bike theft, visit", code="theft", road="Aldenham Road", place="Bushey", grade="G3", crime=True),
    Call(ago=100, kind="Noise, passed to the council", code="anti_social", road="Leeming Road", place="Borehamwood",
         grade="G4"),
    Call(ago=140, kind="Lost phone, reported online", code="message", road="High Street", place="Bushey", grade="G4",
         channel="ONLINE"),
)  # fmt: skip
WEEK = (
    (8, 7.0), (8, 22.0), (7, 11.0), (7, 9.0), (6, 31.0), (6, 12.0), (5, 14.0), (5, 8.0), (4, 26.0), (4, 10.0),
    (3, 12.0), (2, 13.0), (2, 18.0), (1, 9.0), (1, 11.0), (1, 6.0),
)  # fmt: skip
"""Days ago, and minutes until somebody was there, of Immediate calls."""


def fill(evening: Evening) -> None:
    """Units on the street, a week of work done, the calls of this evening and the one this is all about."""
    controller = evening.who("winter")
    for call_sign, kind, place, _ in UNITS:
        lon, lat = PLACES[place]
        unit = evening.do(
            units.add_unit, 12_900, controller, call_sign=call_sign, kind=kind, lon=lon, lat=lat, settlement=place
        )
        evening.made[f"unit {call_sign}"] = unit
    first, until = [evening.who(name).number for name in UNITS[0][3]], evening.ago(301)
    evening.do(units.crew_unit, 12_800, controller, unit=evening.made["unit 43"], officers=first, until=until)
    for number, (days, minutes) in enumerate(WEEK):
        _past(evening, days * 1440 - 37 * number, minutes)
    evening.do(units.stand_down, 302, controller, unit=evening.made["unit 43"])
    for call_sign, _, _, crew in UNITS:
        officers = [evening.who(name).number for name in crew]
        until = evening.now + timedelta(hours=6)
        unit = evening.made[f"unit {call_sign}"]
        evening.do(units.crew_unit, 300, controller, unit=unit, officers=officers, until=until)
    _at_the_station(evening, controller)
    marlow(evening)
    for call in sorted(CALLS, key=lambda each: -each.ago):
        _call(evening, call)
    evening.do(units.set_status, 18, controller, unit=evening.made["unit 47"], status="not_available", words="Meal")


def _at_the_station(evening: Evening, controller: Acting) -> None:
    """A car without a crew, and two who are booked on and in no car."""
    lon, lat = PLACES["Borehamwood"]
    evening.made["unit empty"] = evening.do(
        units.add_unit, 12_900, controller, call_sign="50", kind="response", lon=lon, lat=lat, settlement="Borehamwood"
    )
    evening.made["unit out"] = evening.made["unit 47"]
    team, until = teams(kind="response")[0].pk, evening.now + timedelta(hours=6)
    for name in ("larkin", "osgood"):
        evening.do(book_on, 290, controller, officer=evening.who(name).number, team=team, until=until)


def marlow(evening: Evening) -> None:
    """214: a domestic, happening now; the unit got there and made an arrest, which custody's half tells on."""
    handler, officer = evening.who("marsh"), evening.who("lowe")
    contact = evening.do(ring, 221, handler, channel="999", silent=True)
    evening.do(answer, 220.9, handler, contact=contact)
    safe = {"number": "07700 900418", "code_word": "pharmacy"}
    incident = evening.do(
        take_report, 220, handler,
        reported=Reported(
            channel="999", kind="Domestic, happening now", opening_code="domestic", contact=contact,
            what="Caller whispers: he is at the bathroom door. Line still open, man shouting.", crime_related=True,
            qualifiers=("domestic_abuse",), cannot_speak_freely=True, caller_words="Joanne Marlow",
            where=_where("Flat, Shenley Road", "Borehamwood"),
        ),
        assessed=_assessed("G1", Sign.VIOLENCE, Sign.DOMESTIC_ABUSE),
        victim=Harmed(
            circumstances=Circumstances(domestic=True), given_names="Joanne", family_name="Marlow",
            needs="Two children upstairs. See her alone.", safe_ways=("text",), safe_source="Herself, on the phone",
            safe=safe,
        ),
    )  # fmt: skip
    evening.made["marlow"] = incident
    unit = evening.made["unit 43"]
    evening.do(assigning.assign, 218, evening.who("winter"), unit=unit, incident=incident, drive_seconds=240,
               advice_rank=1, why="Nearest, trained in domestic abuse")  # fmt: skip
    evening.do(assigning.en_route, 217, officer, unit=unit)
    evening.do(assigning.at_scene, 213, officer, unit=unit)
    evening.do(add_line, 209, officer, incident=incident, line="Line closed. Man by the car, the others safe.")


def _call(evening: Evening, call: Call) -> None:
    incident = evening.do(
        take_report, call.ago, evening.who("marsh"),
        reported=Reported(
            channel=call.channel, kind=call.kind, opening_code=call.code, what=f"{call.kind}. {call.road}.",
            crime_related=call.crime, where=_where(call.road, call.place),
        ),
        assessed=_assessed(call.grade, *([call.sign] if call.sign else [])),
    )  # fmt: skip
    evening.made[call.kind] = incident
    if call.unit:
        _sent(evening, evening.made[f"unit {call.unit}"], incident, call.left, call.there)


def _sent(evening: Evening, unit: int, incident: int, left: float, there: float) -> None:
    controller = evening.who("winter")
    evening.do(assigning.assign, left + 1, controller, unit=unit, incident=incident, drive_seconds=600, advice_rank=1)
    evening.do(assigning.en_route, left, controller, unit=unit)
    if there:
        evening.do(assigning.at_scene, there, controller, unit=unit)


def _past(evening: Evening, ago: float, minutes: float) -> None:
    """An Immediate call of another day, attended after so many minutes, cleared and closed."""
    handler, unit = evening.who("marsh"), evening.made["unit 43"]
    incident = evening.do(
        take_report, ago, handler,
        reported=Reported(
            channel="999", kind="Alarm, nobody found", opening_code="suspicious", what="Alarm at a shop.",
            where=_where("High Street", "Bushey"),
        ),
        assessed=_assessed("G1", Sign.CRIME_IN_PROGRESS),
    )  # fmt: skip
    _sent(evening, unit, incident, ago - 2, ago - minutes)
    evening.do(assigning.clear, ago - minutes - 20, evening.who("winter"), unit=unit, result="Nobody there")
    evening.do(
        close_incident, ago - minutes - 25, evening.who("winter"), incident=incident, closing_code="no_trace",
        result="Searched, nobody found.", left_undone=Closing(closing_code="no_trace"),
    )  # fmt: skip


def _assessed(grade: str, *signs: Sign) -> Assessment:
    reason = "" if signs else "Agreed with the caller."
    return Assessment(stated=Stated(signs=frozenset(signs)), thrive=THRIVE, grade=grade, reason=reason)


def _where(road: str, place: str) -> dict[str, object]:
    lon, lat = PLACES[place]
    return {"place_words": f"{road}, {place}", "settlement": place, "lon": lon + 0.004, "lat": lat - 0.003}
