"""To hospital and back: no return without a departure, and the clocks stand still meanwhile."""

import pytest

from bluelamp.custody.actions.hospital import go_to_hospital, return_from_hospital
from bluelamp.custody.models import CellStay, Detention
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, MINUTE, TEN, Evening, done


def test_two_hours_away_move_both_clocks_two_hours(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    evening.in_cell(found, "M1")
    done(go_to_hospital, TEN + 2 * HOUR, by=by, detention=found.pk, why="Head wound")
    assert not CellStay.objects.filter(during__upper_inf=True).exists()
    done(return_from_hospital, TEN + 4 * HOUR, by=by, detention=found.pk)
    back = Detention.objects.get(pk=found.pk)
    assert (back.limit_at - found.limit_at, back.review_due_at - found.review_due_at) == (2 * HOUR, 2 * HOUR)


def test_questioned_there_counts(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(go_to_hospital, TEN + 2 * HOUR, by=by, detention=found.pk, why="Head wound")
    done(return_from_hospital, TEN + 4 * HOUR, by=by, detention=found.pk, questioned_from=TEN + 3 * HOUR,
         questioned_to=TEN + 3 * HOUR + 30 * MINUTE)  # fmt: skip
    assert Detention.objects.get(pk=found.pk).limit_at == found.limit_at + 90 * MINUTE


def test_a_return_needs_a_departure(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    with pytest.raises(Refused, match="A return needs a departure"):
        done(return_from_hospital, TEN + 4 * HOUR, by=by, detention=found.pk)


def test_back_before_leaving_and_leaving_twice_are_refused(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(go_to_hospital, TEN + 2 * HOUR, by=by, detention=found.pk, why="Head wound")
    with pytest.raises(Refused, match="at hospital already"):
        done(go_to_hospital, TEN + 3 * HOUR, by=by, detention=found.pk, why="Again")
    with pytest.raises(Refused, match="before the departure"):
        done(return_from_hospital, TEN + HOUR, by=by, detention=found.pk)
