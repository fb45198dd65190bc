"""Every row of the relevant time from a real record; a further arrest keeps the clock; what cannot be is refused."""

from datetime import timedelta
from typing import Any

import pytest

from bluelamp.custody.actions.arresting import Offence
from bluelamp.custody.actions.arriving import arrive
from bluelamp.custody.actions.coming_in import arrest_in_custody, say_how_they_came
from bluelamp.custody.models import Arrest, Detention
from bluelamp.ledger.queries import timelines
from bluelamp.verdict import Refused
from tests.custody.evening import GROUNDS, HOUR, MINUTE, TEN, Evening, done

DAY = 24 * HOUR
ARRIVED = TEN + 45 * MINUTE
BURGLARY = Offence(code="28/3", words="Burglary, dwelling", tried="indictable")


def say(evening: Evening, found: Detention, at: Any = TEN + 2 * HOUR, **facts: Any) -> Detention:
    done(say_how_they_came, at, by=evening.acting("custody_officer"), detention=found.pk, **facts)
    return Detention.objects.get(pk=found.pk)


def test_arrested_elsewhere_for_us_and_not_questioned(evening: Evening) -> None:
    found = say(evening, evening.held(), way="other_force", wanted_by="Essex", questioned=False,
                area_station_at=ARRIVED + 30 * MINUTE)  # fmt: skip
    assert found.relevant_time == ARRIVED + 30 * MINUTE
    assert found.limit_at == ARRIVED + 30 * MINUTE + DAY


def test_arrested_elsewhere_and_questioned_runs_from_the_first_station(evening: Evening) -> None:
    found = say(evening, evening.held(), way="other_force", wanted_by="Essex", questioned=True)
    assert found.relevant_time == ARRIVED


def test_arrested_elsewhere_and_not_there_yet_has_no_limit(evening: Evening) -> None:
    found = say(evening, evening.held(), way="other_force", wanted_by="Essex", questioned=False)
    assert (found.relevant_time, found.limit_at) == (None, None)


def test_arrested_abroad(evening: Evening) -> None:
    entered = TEN + 20 * MINUTE
    found = say(evening, evening.held(), way="abroad", entered_at=entered, area_station_at=ARRIVED)
    assert found.limit_at == ARRIVED + DAY


def test_held_here_and_wanted_there(evening: Evening) -> None:
    left = TEN + 90 * MINUTE
    found = say(evening, evening.held(), at=left + 3 * HOUR, way="wanted_elsewhere", wanted_by="Kent",
                questioned=False, left_area_at=left, area_station_at=left + 2 * HOUR)  # fmt: skip
    assert found.relevant_time == left + 2 * HOUR


@pytest.mark.parametrize(
    ("way", "expected"), [("voluntary", TEN), ("street_bail", ARRIVED), ("first_station", ARRIVED)]
)
def test_arrested_at_the_station_and_street_bail(evening: Evening, way: str, expected: Any) -> None:
    assert say(evening, evening.held(), way=way).limit_at == expected + DAY


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"way": "other_force", "wanted_by": "Essex"}, "whether they were questioned"),
        ({"way": "abroad"}, "entered England and Wales"),
        ({"way": "abroad", "entered_at": TEN - HOUR}, "is before the arrest"),
        ({"way": "further_arrest"}, "on the custody record"),
    ],
)
def test_what_is_missing_or_cannot_be_writes_nothing(evening: Evening, facts: dict[str, Any], words: str) -> None:
    found = evening.held()
    before = len(timelines([found.ref], limit=50))
    with pytest.raises(Refused, match=words):
        say(evening, found, **facts)
    assert Arrest.objects.get().way == "first_station"
    assert len(timelines([found.ref], limit=50)) == before


def test_a_further_arrest_keeps_the_clock_and_makes_the_offence_as_serious(evening: Evening) -> None:
    summary = Offence(code="105", words="Common assault", tried="summary")
    found = evening.held(arrest=evening.arrest(offence=summary))
    by = evening.acting("investigator")
    made = done(arrest_in_custody, TEN + 3 * HOUR, by=by, detention=found.pk, officer=by.number, offence=BURGLARY,
                grounds=GROUNDS)  # fmt: skip
    now = Detention.objects.get(pk=found.pk)
    assert (now.limit_at, now.kind_of_offence()) == (found.limit_at, "indictable")
    assert Arrest.objects.get(pk=made).in_detention_id == found.pk
    with pytest.raises(Refused, match="for this offence already"):
        done(arrest_in_custody, TEN + 3 * HOUR, by=by, detention=found.pk, officer=by.number, offence=summary,
             grounds=GROUNDS)  # fmt: skip


def test_taken_to_a_station_without_cells_first(evening: Evening) -> None:
    arrest, by = evening.arrest(), evening.acting("custody_officer")
    first = TEN + 20 * MINUTE
    found = done(arrive, TEN + 70 * MINUTE, by=by, arrest=arrest, suite=evening.hatfield.pk, first_station_at=first)
    assert Detention.objects.get(pk=found).limit_at == first + timedelta(hours=24)
