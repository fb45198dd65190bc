"""The process that searches: what was asked for is done, resumed after a kill, stopped when told, and explained."""

from threading import Event

import pytest

from bluelamp.duty import searching
from bluelamp.duty.actions.away import AwayDays, enter_away
from bluelamp.duty.actions.planning import ask_search, stop_search
from bluelamp.duty.models import PlannedDuty, Roster, Search
from bluelamp.duty.rules.planning import Away
from bluelamp.duty.solving.making import Task, solve
from tests.duty.borough import DAY, MONDAY, NOW, Littleford


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' transaction is not seen by other processes: units are solved here, one after another."""

    def make(asked: list[Task], *, progress: object) -> object:
        from bluelamp.duty.solving.making import Made

        made = Made()
        for task in asked:
            made.solved[task.unit] = solve(task)
            if progress(made.solved[task.unit]):  # type: ignore[operator]
                break
        return made

    monkeypatch.setattr(searching, "make", make)


def asked(littleford: Littleford) -> tuple[Roster, Search]:
    roster = littleford.a_draft()
    ask_search(roster=roster.pk, seconds=10, by=littleford.planner, at=NOW)
    return roster, Search.objects.get(roster=roster)


def test_what_was_asked_for_is_done_and_proved(littleford: Littleford) -> None:
    roster, search = asked(littleford)
    searching.carry_out(search, Event())
    search.refresh_from_db()
    roster.refresh_from_db()
    assert search.state == Search.State.DONE
    assert search.done["response"]["proved"]
    assert roster.units["response"]["missing"] == 0
    assert PlannedDuty.objects.filter(roster=roster).count() > 400


def test_a_search_told_to_end_goes_on_where_it_was_left(littleford: Littleford) -> None:
    _, search = asked(littleford)
    told = Event()
    told.set()
    searching.carry_out(search, told)
    search.refresh_from_db()
    assert search.state == Search.State.WAITING
    assert search.done["response"]["proved"], "what was found is kept"
    searching.carry_out(search, Event())
    search.refresh_from_db()
    assert search.state == Search.State.DONE


def test_a_search_told_to_stop_keeps_the_best_so_far(littleford: Littleford) -> None:
    roster, search = asked(littleford)
    stop_search(roster=roster.pk, by=littleford.planner, at=NOW)
    searching.carry_out(search, Event())
    search.refresh_from_db()
    assert search.state == Search.State.STOPPED
    assert roster.duties.exists()


def test_what_cannot_be_met_is_said_with_the_ways_out(littleford: Littleford) -> None:
    everyone = [littleford.officer(str(101 + n)) for n in range(9)]
    away = [
        AwayDays(officer=one.pk, kind=Away.LEAVE, first=MONDAY + 2 * DAY, last=MONDAY + 4 * DAY) for one in everyone[:8]
    ]
    enter_away(away=away, by=littleford.planner, at=NOW)
    _, search = asked(littleford)
    searching.carry_out(search, Event())
    search.refresh_from_db()
    assert search.done["response"]["missing"] > 0
    (conflict,) = search.conflicts
    assert conflict["irreducible"]
    assert "cannot all hold" in conflict["sentence"]
    assert conflict["leave"]
    assert conflict["ways"][0]["words"].startswith("Ask ")
    assert conflict["seconds"] < 10


def test_one_search_is_taken_at_a_time(littleford: Littleford) -> None:
    _, search = asked(littleford)
    taken = searching._take()
    assert taken == search
    assert searching._take() is None
