"""Whoever leaves leaves nothing going on behind; and no way out that the state forbids."""

import pytest

from bluelamp.custody.actions import cells, hospital
from bluelamp.custody.actions.care_plan import set_care_plan
from bluelamp.custody.actions.interviewing import out_to_interview
from bluelamp.custody.actions.releasing import release
from bluelamp.custody.actions.resting import begin_rest
from bluelamp.custody.models import Detention, Rest, Watch
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.verdict import Refused
from tests.custody.evening import HOUR, TEN, Evening, done

DONE = {"property_settled": True, "notice_given": True, "victim_views_sought": True}
NIGHT = TEN + 5 * HOUR


def leave(evening: Evening, found: Detention, disposal: Disposal) -> None:
    evening.assessed(found, NIGHT)
    done(release, NIGHT, by=evening.acting("custody_officer"), detention=found.pk, words="Enquiries go on",
         closing=Closing(disposal=disposal, **DONE))  # fmt: skip


def test_a_rest_and_a_watch_end_with_the_stay(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(
        set_care_plan, TEN + 2 * HOUR, by=by, detention=found.pk, level=3, why="Says he wants to die", observer="Pryce"
    )
    done(begin_rest, TEN + 3 * HOUR, by=by, detention=found.pk)
    leave(evening, found, Disposal.UNDER_INVESTIGATION)
    assert Rest.objects.get(detention=found).ended_at == NIGHT
    assert Watch.objects.get(detention=found).ended_at == NIGHT


def test_a_rest_ends_on_leaving_for_hospital(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(begin_rest, TEN + 2 * HOUR, by=by, detention=found.pk)
    done(hospital.go_to_hospital, TEN + 3 * HOUR, by=by, detention=found.pk, why="Chest pain")
    assert Rest.objects.get(detention=found).ended_at == TEN + 3 * HOUR


def test_nobody_at_hospital_is_put_in_a_cell_or_interviewed(evening: Evening) -> None:
    found, by = evening.held(), evening.acting("custody_officer")
    done(hospital.go_to_hospital, TEN + 2 * HOUR, by=by, detention=found.pk, why="Chest pain")
    with pytest.raises(Refused, match="at hospital"):
        done(cells.allocate_cell, TEN + 3 * HOUR, by=by, detention=found.pk, cell=evening.cell("M1").pk)
    with pytest.raises(Refused, match="at hospital"):
        done(out_to_interview, TEN + 3 * HOUR, by=by, detention=found.pk, reminded=True)


def test_not_authorised_is_no_way_out_once_authorised(evening: Evening) -> None:
    found = evening.held()
    with pytest.raises(Refused, match="Detention was authorised"):
        leave(evening, found, Disposal.NOT_AUTHORISED)
    assert Detention.objects.get(pk=found.pk).released_at is None


@pytest.mark.parametrize(
    "disposal", [Disposal.NO_FURTHER_ACTION, Disposal.CAUTION, Disposal.DE_ARRESTED, Disposal.BAIL]
)
def test_somebody_charged_leaves_only_by_a_way_after_charge(evening: Evening, disposal: Disposal) -> None:
    found = evening.held()
    Detention.objects.filter(pk=found.pk).update(charged_at=TEN + 4 * HOUR)
    with pytest.raises(Refused, match="is charged"):
        leave(evening, found, disposal)
    assert Detention.objects.get(pk=found.pk).released_at is None
