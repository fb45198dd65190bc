"""From suite to suite: no clock starts afresh, the cell is left, somebody answers for the person on the way."""

import pytest

from bluelamp.custody.actions.moving_suite import arrive_from_suite, leave_for_suite
from bluelamp.custody.models import CellStay, CustodyOf, Detention
from bluelamp.custody.rules.escorting import Escorting
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused
from tests.custody.evening import ESCORT, HOUR, MINUTE, TEN, Evening, done

NOW = TEN + 2 * HOUR


def test_the_clock_goes_on_and_the_cell_is_left(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    evening.in_cell(found, "M1")
    there = Suite.objects.get(key="stevenage")
    given = {"by": by, "detention": found.pk, "suite": there.pk, "why": "Heating has failed"}
    with pytest.raises(Refused, match="Say who goes with them"):
        done(leave_for_suite, NOW, **given, escorting=Escorting())
    with pytest.raises(Refused, match="at Hatfield already"):
        done(leave_for_suite, NOW, **{**given, "suite": found.suite_id}, escorting=ESCORT)
    with pytest.raises(Refused, match="not on the way"):
        done(arrive_from_suite, NOW, by=by, detention=found.pk, complied=True, report="x")
    done(leave_for_suite, NOW, **given, escorting=ESCORT)
    assert CellStay.objects.get().during.upper == NOW
    with pytest.raises(Refused, match="Write what the officer reported"):
        done(arrive_from_suite, NOW + 25 * MINUTE, by=by, detention=found.pk, complied=True, report="")
    assert Detention.objects.get().suite_id == found.suite_id
    done(arrive_from_suite, NOW + 25 * MINUTE, by=by, detention=found.pk, complied=True, report="Quiet")
    moved = Detention.objects.get()
    assert (moved.suite_id, moved.limit_at, moved.relevant_time) == (there.pk, found.limit_at, found.relevant_time)
    assert [one.kind for one in CustodyOf.objects.order_by("during")] == [
        "arresting_officer", "custody_officer", "escort", "custody_officer",
    ]  # fmt: skip
