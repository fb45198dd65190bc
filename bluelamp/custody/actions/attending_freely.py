"""Voluntary attendance: no clock runs and nobody is held; rights told first, and free to leave at any time (P35)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.voluntary import ATTENDEE_INTERVIEWED, ATTENDEE_TOLD, CAME_FREELY, WENT_FREELY
from bluelamp.custody.models import CustodyOf, VoluntaryAttendance, VoluntaryInterview
from bluelamp.custody.rules.voluntary import may_end, may_interview
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action, write
from bluelamp.ledger.registry import Event
from bluelamp.places.models import Station
from bluelamp.verdict import Refused, insist, refused


@dataclass(frozen=True, kw_only=True)
class Told:
    """What was said to the person this time; what is left empty stays as it was. `adult`: who came, by name."""

    free_to_leave: bool = False
    rights: bool = False
    advice: str = ""
    vulnerable: bool | None = None
    adult: str = ""
    words: str = ""


@action
def begin_attendance(
    *,
    by: Acting,
    at: datetime,
    person: int,
    incident: int,
    offence_words: str,
    why: str,
    appears_under_18: bool | None,
    station: int | None = None,
    place_words: str = "",
    key: str | None = None,
) -> str:
    """Somebody helps with an investigation of their own will, at a station or elsewhere (PACE s.29, Code C 3.21)."""
    require(by, "custody.arrest")
    if not station and not place_words.strip():
        raise Refused(refused("Say where they are.", "Code C 3.21", field="place_words"))
    if appears_under_18 is None:
        raise Refused(refused("Say whether they appear under 18.", "Code C 1.5", field="under_18"))
    if CustodyOf.objects.filter(person_id=person, during__upper_inf=True).exists():
        raise Refused(refused("This person is under arrest: nobody under arrest attends voluntarily.", "PACE s.29"))
    if VoluntaryAttendance.objects.filter(person_id=person, ended_at=None).exists():
        raise Refused(refused("This person attends voluntarily already.", "Order of events"))
    made = VoluntaryAttendance.objects.create(
        person_id=person,
        incident_id=incident,
        officer_id=officer_of(by),
        offence_words=offence_words,
        why=why.strip(),
        station=Station.objects.get(pk=station) if station else None,
        place_words=place_words.strip(),
        began_at=at,
        advice=VoluntaryAttendance.Advice.NOT_ASKED,
        appears_under_18=appears_under_18,
    )
    words = {"why": why, "place": made.where}
    _say(CAME_FREELY, made, {"offence": offence_words}, words)
    return made.ref


@action
def tell_attendee(*, by: Acting, at: datetime, attendance: int, told: Told, key: str | None = None) -> str:
    """Tell the person that they are free to leave, their rights, ask for legal advice; write who is with them."""
    require(by, "custody.arrest")
    made = _here(attendance)
    said = _note(made, told, at)
    if not said:
        raise Refused(refused("Say what the person was told, or who came.", "Code C 3.21"))
    made.save()
    _say(ATTENDEE_TOLD, made, {"told": ", ".join(said)}, {"words": told.words})
    return made.ref


@action
def interview_attendee(
    *,
    by: Acting,
    at: datetime,
    attendance: int,
    began_at: datetime,
    ended_at: datetime,
    recorded_on: str,
    key: str | None = None,
) -> str:
    """An interview under caution of somebody free to leave; refused where what must come first did not."""
    require(by, "custody.arrest")
    made = _here(attendance)
    facts = made.as_facts()
    insist(may_interview(attending=facts, began_at=began_at, ended_at=ended_at, at=at))
    if not recorded_on.strip():
        raise Refused(refused("Say where the recording is.", "Code E 2", field="recorded_on"))
    VoluntaryInterview.objects.create(
        attendance=made, began_at=began_at, ended_at=ended_at, recorded_on=recorded_on.strip()
    )
    facts_said = {"began_words": spoken(began_at), "ended_words": spoken(ended_at)}
    _say(ATTENDEE_INTERVIEWED, made, facts_said, {"recorded_on": recorded_on})
    return made.ref


@action
def end_attendance(*, by: Acting, at: datetime, attendance: int, words: str = "", key: str | None = None) -> str:
    """The person leaves, as they may at any time."""
    require(by, "custody.arrest")
    made = _here(attendance)
    insist(may_end(began_at=made.began_at, ended=False, ended_at=at))
    made.ended_at, made.ended_words = at, words.strip()
    made.save(update_fields=["ended_at", "ended_words"])
    _say(WENT_FREELY, made, {}, {"words": words})
    return made.ref


def _note(made: VoluntaryAttendance, told: Told, at: datetime) -> list[str]:
    """Write what was told on the row; what it was, in words."""
    said = []
    if told.free_to_leave:
        made.told_free_to_leave_at = made.told_free_to_leave_at or at
        said.append("free to leave at any time")
    if told.rights:
        made.rights_given_at = made.rights_given_at or at
        said.append("the right to free legal advice, in writing too")
    if told.advice:
        made.advice, made.advice_words = told.advice, told.words
        said.append(f"legal advice: {made.get_advice_display().lower()}")
    if told.vulnerable is not None:
        made.vulnerable = told.vulnerable
        said.append("found vulnerable" if told.vulnerable else "not found vulnerable")
    if told.adult.strip():
        made.adult_name, made.adult_arrived_at = told.adult.strip(), at
        said.append("an appropriate adult is here")
    return said


def _here(attendance: int) -> VoluntaryAttendance:
    rows = VoluntaryAttendance.objects.select_for_update(of=("self",)).select_related("person", "station")
    found = rows.get(pk=attendance)
    if found.ended_at:
        words = f"This attendance ended {spoken(found.ended_at)}."
        raise Refused(refused(words, "Order of events"))
    return found


def _say(event: Event, made: VoluntaryAttendance, facts: Mapping[str, object], words: Mapping[str, str]) -> None:
    about = (f"person:{made.person_id}", f"incident:{made.incident_id}")
    write(event, record=made.ref, about=about, facts=facts, words=words)
