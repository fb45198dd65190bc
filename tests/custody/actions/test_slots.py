"""A place asked for before setting out: accepted, diverted, lapsed, full."""

import pytest

from bluelamp.custody.actions.slots import answer_slot, ask_slot, lapse_slot
from bluelamp.custody.models import Slot
from bluelamp.owed.models import State
from bluelamp.owed.queries import for_record
from bluelamp.places.models import Cell
from bluelamp.verdict import Refused
from tests.custody.evening import MINUTE, TEN, Evening, done


def ask(evening: Evening, arrest: int, at=TEN + MINUTE) -> int:
    by = evening.acting("response_officer")
    return done(ask_slot, at, by=by, arrest=arrest, suite=evening.hatfield.pk, eta=at + 25 * MINUTE)


def test_accepted_in_time_keeps_the_promise(evening: Evening) -> None:
    arrest = evening.arrest()
    slot = ask(evening, arrest)
    done(answer_slot, TEN + 3 * MINUTE, by=evening.acting("custody_officer"), slot=slot, accepted=True)
    assert [one.state for one in for_record(f"arrest:{arrest}")] == [State.KEPT]
    with pytest.raises(Refused, match="answered already"):
        done(answer_slot, TEN + 4 * MINUTE, by=evening.acting("custody_officer"), slot=slot, accepted=True)


def test_diverting_says_why_and_frees_the_next_question(evening: Evening) -> None:
    arrest = evening.arrest()
    slot = ask(evening, arrest)
    with pytest.raises(Refused, match="A place is asked for already"):
        ask(evening, arrest)
    with pytest.raises(Refused, match="Say why the crew is diverted"):
        done(answer_slot, TEN + 3 * MINUTE, by=evening.acting("custody_officer"), slot=slot, accepted=False)
    done(answer_slot, TEN + 3 * MINUTE, by=evening.acting("custody_officer"), slot=slot, accepted=False, why="Flood")
    assert ask(evening, arrest, TEN + 4 * MINUTE) != slot


def test_a_full_suite_cannot_accept(evening: Evening) -> None:
    slot = ask(evening, evening.arrest())
    Cell.objects.filter(suite=evening.hatfield).update(state="closed", closed_why="Cleaning")
    with pytest.raises(Refused, match="Hatfield has no free cell"):
        done(answer_slot, TEN + 3 * MINUTE, by=evening.acting("custody_officer"), slot=slot, accepted=True)


def test_given_up_before_the_answer_was_due_nothing_is_owed(evening: Evening) -> None:
    arrest = evening.arrest()
    done(lapse_slot, TEN + 2 * MINUTE, by=evening.acting("response_officer"), slot=ask(evening, arrest))
    assert for_record(f"arrest:{arrest}") == []


def test_a_crew_never_answered_stays_in_the_figure(evening: Evening) -> None:
    arrest = evening.arrest()
    done(lapse_slot, TEN + 80 * MINUTE, by=evening.acting("response_officer"), slot=ask(evening, arrest))
    assert [one.state for one in for_record(f"arrest:{arrest}")] == [State.BROKEN]


def test_a_place_past_its_time_lapses_and_the_crew_may_ask_again(evening: Evening) -> None:
    arrest, desk = evening.arrest(), evening.acting("custody_officer")
    slot = ask(evening, arrest)
    lapsed = Slot.objects.get(pk=slot).lapses_at
    with pytest.raises(Refused, match="A place is asked for already"):
        ask(evening, arrest, lapsed - MINUTE)
    with pytest.raises(Refused, match="This place has lapsed"):
        done(answer_slot, lapsed, by=desk, slot=slot, accepted=True)
    again = ask(evening, arrest, lapsed)
    assert again != slot
    assert Slot.objects.get(pk=slot).ended_at == lapsed
    done(answer_slot, lapsed + MINUTE, by=desk, slot=again, accepted=True)
