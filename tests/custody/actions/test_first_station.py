"""A station without cells first: the 24 hours and the 6 hours run; the reason is the law's, and told once."""

import pytest

from bluelamp.custody.actions.arresting import de_arrest
from bluelamp.custody.actions.arriving import arrive
from bluelamp.custody.actions.first_station import explain_way, reach_station
from bluelamp.custody.desk_state import desk_state_of, still_to_be_done
from bluelamp.custody.models import Arrest, Detention
from bluelamp.custody.queries import whole
from bluelamp.owed.models import Promise, State
from bluelamp.places.models import Station
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done

WHY = "The knife was still in the car there"


def at_borehamwood(evening: Evening, arrest: int, **more: object) -> int:
    here = Station.objects.get(key="borehamwood").pk
    facts = {"by": evening.acting("response_officer"), "arrest": arrest, "station": here, "why": WHY, **more}
    return done(reach_station, TEN + 10 * MINUTE, **facts)


def owed(arrest: int) -> dict[str, tuple[object, str]]:
    rows = Promise.objects.filter(record=f"arrest:{arrest}")
    return {one.kind: (one.due_at, one.state) for one in rows}


def test_both_clocks_start_at_the_first_station_and_the_suite_takes_them_on(evening: Evening) -> None:
    arrest = evening.arrest()
    at_borehamwood(evening, arrest)
    there = TEN + 10 * MINUTE
    assert owed(arrest) == {
        "custody.designated_station": (there + 6 * HOUR, State.OPEN),
        "custody.station_limit": (there + 24 * HOUR, State.OPEN),
    }
    suite, by = evening.hatfield.pk, evening.acting("custody_officer")
    done(arrive, TEN + 2 * HOUR, by=by, arrest=arrest, suite=suite)
    found = Detention.objects.get()
    assert (found.first_station_at, found.relevant_time, found.limit_at) == (there, there, there + 24 * HOUR)
    states = {kind: state for kind, (_, state) in owed(arrest).items()}
    assert states["custody.designated_station"] == State.KEPT
    assert "custody.station_limit" not in states or states["custody.station_limit"] != State.OPEN


def test_what_cannot_be_is_refused_in_words_and_nothing_is_written(evening: Evening) -> None:
    arrest = evening.arrest()
    with pytest.raises(Refused, match="Record the reason for the delay"):
        at_borehamwood(evening, arrest, why=" ")
    with pytest.raises(Refused, match="Hatfield is a designated station"):
        at_borehamwood(evening, arrest, station=Station.objects.get(key="hatfield").pk)
    with pytest.raises(Refused, match="before the arrest"):
        at_borehamwood(evening, arrest, reached_at=TEN - MINUTE, reason_late="Busy")
    assert Arrest.objects.get().first_station_at is None
    at_borehamwood(evening, arrest)
    with pytest.raises(Refused, match="that is the first station"):
        at_borehamwood(evening, arrest)
    with pytest.raises(Refused, match="The station was reached"):
        done(de_arrest, TEN + HOUR, by=evening.acting("response_officer"), arrest=arrest, why="No grounds left")


def test_a_long_way_is_still_to_be_explained_and_bars_nothing(evening: Evening) -> None:
    incident = evening.incident()
    arrest, by = evening.arrest(incident=incident), evening.acting("custody_officer")
    done(arrive, TEN + 3 * HOUR, by=by, arrest=arrest, suite=evening.hatfield.pk)
    number = Detention.objects.get().pk

    def asked() -> list[str]:
        found = whole(number)
        assert found is not None
        left = still_to_be_done(found, desk_state_of(found), at=TEN + 3 * HOUR, in_cell=False)
        return [one.words for one in left if one.page == "custody:way_here"]

    assert len(asked()) == 1
    assert "3 h from arrest to arrival" in asked()[0]
    with pytest.raises(Refused, match="Say why the way took long"):
        done(explain_way, TEN + 3 * HOUR, by=by, detention=number, why=" ")
    done(explain_way, TEN + 3 * HOUR, by=by, detention=number, why=WHY)
    assert asked() == []


def test_the_reason_may_come_with_the_arrival(evening: Evening) -> None:
    arrest, by = evening.arrest(), evening.acting("custody_officer")
    done(arrive, TEN + 3 * HOUR, by=by, arrest=arrest, suite=evening.hatfield.pk, delay_why=WHY)
    assert Arrest.objects.get().delay_why == WHY
