"""What a unit may do next (C8)."""

from itertools import pairwise, product

import pytest

from bluelamp.dispatch.rules.unit_status import Status, may_move, next_states

USUAL = [Status.FREE, Status.ASSIGNED, Status.ACKNOWLEDGED, Status.EN_ROUTE, Status.AT_SCENE, Status.FREE]


def test_the_usual_job_runs_through() -> None:
    for before, after in pairwise(USUAL):
        assert may_move(before=before, after=after, has_job=True).allowed


@pytest.mark.parametrize(
    ("before", "after", "has_job"),
    [
        (Status.FREE, Status.EN_ROUTE, False),
        (Status.AT_SCENE, Status.EN_ROUTE, True),
        (Status.OFF_DUTY, Status.AT_SCENE, True),
        (Status.ON_CALL, Status.EN_ROUTE, True),
        (Status.AT_SCENE, Status.OFF_DUTY, True),
        (Status.FREE, Status.OFF_DUTY, True),
        (Status.CUSTODY_JOURNEY, Status.ASSIGNED, True),
    ],
)
def test_what_cannot_follow(before: Status, after: Status, has_job: bool) -> None:
    verdict = may_move(before=before, after=after, has_job=has_job)
    assert not verdict.allowed
    assert verdict.words


@pytest.mark.parametrize(("before", "has_job"), list(product(Status, [True, False])))
def test_no_state_is_a_dead_end_and_none_follows_itself(before: Status, has_job: bool) -> None:
    found = next_states(before=before, has_job=has_job)
    assert before not in found
    assert found or (before in (Status.OFF_DUTY, Status.NOT_AVAILABLE) and has_job)
