"""Voluntary attendance: free to leave, rights first, an adult where one is needed; an arrest has its own clock."""

import pytest

from bluelamp.custody.actions.arriving import arrive
from bluelamp.custody.actions.attending_freely import (
    Told,
    begin_attendance,
    end_attendance,
    interview_attendee,
    tell_attendee,
)
from bluelamp.custody.models import Arrest, Detention, VoluntaryAttendance, VoluntaryInterview
from bluelamp.owed.models import Promise
from bluelamp.places.models import Station
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

RIGHTS = Told(free_to_leave=True, rights=True, advice="declined", vulnerable=False, words="I will talk to you")


def attends(evening: Evening, **more: object) -> int:
    facts = {
        "by": evening.acting("response_officer"), "person": more.pop("person", 0) or evening.person(),
        "incident": evening.incident().pk, "offence_words": "Theft, shop", "why": "He offered to come",
        "appears_under_18": False, "station": Station.objects.get(key="borehamwood").pk, **more,
    }  # fmt: skip
    return done(begin_attendance, TEN, **facts)


def interview(evening: Evening, attendance: int, **more: object) -> int:
    facts = {"by": evening.acting("response_officer"), "attendance": attendance, "began_at": TEN + 30 * MINUTE,
             "ended_at": TEN + 50 * MINUTE, "recorded_on": "Disc 17", **more}  # fmt: skip
    return done(interview_attendee, TEN + HOUR, **facts)


def tell(evening: Evening, attendance: int, told: Told = RIGHTS) -> int:
    by = evening.acting("response_officer")
    return done(tell_attendee, TEN + 5 * MINUTE, by=by, attendance=attendance, told=told)


def test_rights_first_then_the_interview_and_they_go(evening: Evening) -> None:
    number, by = attends(evening), evening.acting("response_officer")
    with pytest.raises(Refused, match="told that they are free to leave"):
        interview(evening, number)
    with pytest.raises(Refused, match="Say what the person was told"):
        tell(evening, number, Told())
    tell(evening, number)
    with pytest.raises(Refused, match="Say where the recording is"):
        interview(evening, number, recorded_on=" ")
    interview(evening, number)
    assert VoluntaryInterview.objects.get().recorded_on == "Disc 17"
    done(end_attendance, TEN + HOUR, by=by, attendance=number)
    assert VoluntaryAttendance.objects.get().ended_at == TEN + HOUR
    assert not Promise.objects.filter(record__startswith="attendance:").exists()
    with pytest.raises(Refused, match="This attendance ended"):
        tell(evening, number)


def test_a_child_is_interviewed_only_with_an_adult_and_nobody_is_an_adult_by_default(evening: Evening) -> None:
    with pytest.raises(Refused, match="Say whether they appear under 18"):
        attends(evening, appears_under_18=None)
    number = attends(evening, appears_under_18=True)
    tell(evening, number)
    with pytest.raises(Refused, match="joined by an appropriate adult"):
        interview(evening, number)
    tell(evening, number, Told(adult="His grandmother"))
    interview(evening, number)


def test_an_arrest_there_ends_it_and_the_24_hours_run_from_the_arrest(evening: Evening) -> None:
    person = evening.person()
    number = attends(evening, person=person)
    arrest = evening.arrest(person=person, at=TEN + HOUR)
    made = Arrest.objects.get(pk=arrest)
    assert (made.way, made.first_station_at) == ("voluntary", TEN + HOUR)
    assert VoluntaryAttendance.objects.get(pk=number).arrest_id == arrest
    owed = set(Promise.objects.filter(record=made.ref).values_list("kind", flat=True))
    assert owed == {"custody.designated_station", "custody.station_limit"}
    done(arrive, TEN + 2 * HOUR, by=evening.acting("custody_officer"), arrest=arrest, suite=evening.hatfield.pk)
    assert Detention.objects.get().relevant_time == TEN + HOUR


def test_elsewhere_than_at_a_station_an_arrest_starts_no_clock_yet(evening: Evening) -> None:
    person = evening.person()
    attends(evening, person=person, station=None, place_words="His kitchen")
    arrest = evening.arrest(person=person, at=TEN + HOUR)
    made = Arrest.objects.get(pk=arrest)
    assert (made.way, made.first_station_at) == ("first_station", None)


def test_what_cannot_be_is_refused_in_words(evening: Evening) -> None:
    person = evening.person()
    with pytest.raises(Refused, match="Say where they are"):
        attends(evening, person=person, station=None)
    attends(evening, person=person)
    with pytest.raises(Refused, match="attends voluntarily already"):
        attends(evening, person=person)
    other = evening.person("Mark", "Sillitoe")
    evening.arrest(person=other)
    with pytest.raises(Refused, match="nobody under arrest attends voluntarily"):
        attends(evening, person=other)
