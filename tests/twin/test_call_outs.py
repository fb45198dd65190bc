"""Calls out: answered, or passed on to the next in line, and counted from the ledger."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bluelamp.duty.models import CallOut, PlannedDuty
from bluelamp.insight.duty_figures import duty_figures
from bluelamp.twin import call_outs
from bluelamp.twin.running import Running
from tests.twin.conftest import SINCE


def assume(run: Running, **values: object) -> None:
    known = run.assumed.values
    run.assumed = replace(
        run.assumed, values={**known, **{key: replace(known[key], value=value) for key, value in values.items()}}
    )


@pytest.mark.parametrize("heard", [1.0, 0.0], ids=["they answer", "nobody answers"])
def test_who_is_called_is_on_call_and_the_next_in_line_follows(
    shifts_of: Callable[[float], Running], heard: float
) -> None:
    run = shifts_of(0.1)
    assume(run, call_out_answered_share=heard)
    call_outs.call(run, "one")
    first = CallOut.objects.get()
    now = PlannedDuty.objects.filter(during__contains=first.called_at)
    working = now.filter(kind="duty").values("officer_id")
    on_call = now.filter(kind="on_call").exclude(officer_id__in=working)
    own = on_call.filter(unit=first.unit)
    assert first.officer_id in set((own or on_call).values_list("officer_id", flat=True))
    run.run(run.now + timedelta(minutes=10))
    assume(run, call_out_answered_share=1.0)
    run.run(run.now + timedelta(hours=1))
    first.refresh_from_db()
    found = duty_figures(SINCE, SINCE + timedelta(hours=3))
    if heard:
        assert first.state == CallOut.State.COMING
        assert (found.call_outs_made, found.call_outs_answered) == (1, 1)
    else:
        assert first.state == CallOut.State.NO_ANSWER
        assert first.next.officer_id != first.officer_id
        assert found.call_outs_made >= 2
    assert not run.refusals


def test_as_many_a_day_as_assumed_and_the_same_for_the_same_seed(shifts_of: Callable[[float], Running]) -> None:
    run = shifts_of(0.1)
    assume(run, call_outs_a_day=3.0)
    run.heap.clear()
    days = [SINCE.date() + timedelta(days=n) for n in range(1, 41)]
    for day in days:
        call_outs.plan_day(run, day)
    first = sorted((at, args) for at, _, _, args in run.heap)
    assert 80 < len(first) < 160
    run.heap.clear()
    for day in days:
        call_outs.plan_day(run, day)
    assert sorted((at, args) for at, _, _, args in run.heap) == first
