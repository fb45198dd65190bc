"""What a unit may do next (C8)."""

from enum import StrEnum

from bluelamp.verdict import Verdict, allowed, refused

_SOURCE = "Status order C8"


class Status(StrEnum):
    """The state of a unit as the board shows it."""

    OFF_DUTY = "off_duty"
    FREE = "free"
    ASSIGNED = "assigned"
    ACKNOWLEDGED = "acknowledged"
    EN_ROUTE = "en_route"
    AT_SCENE = "at_scene"
    CUSTODY_JOURNEY = "custody_journey"
    ON_CALL = "on_call"
    NOT_AVAILABLE = "not_available"

    @property
    def words(self) -> str:
        return _WORDS[self]

    @property
    def on_a_job(self) -> bool:
        """True from assignment until clear."""
        return self in ON_A_JOB


_WORDS = {
    Status.OFF_DUTY: "off duty",
    Status.FREE: "free",
    Status.ASSIGNED: "assigned",
    Status.ACKNOWLEDGED: "acknowledged",
    Status.EN_ROUTE: "travelling",
    Status.AT_SCENE: "at scene",
    Status.CUSTODY_JOURNEY: "on a custody journey",
    Status.ON_CALL: "on call",
    Status.NOT_AVAILABLE: "not available",
}
ON_A_JOB = frozenset({Status.ASSIGNED, Status.ACKNOWLEDGED, Status.EN_ROUTE, Status.AT_SCENE, Status.CUSTODY_JOURNEY})
ALLOWED: dict[Status, frozenset[Status]] = {
    Status.OFF_DUTY: frozenset({Status.FREE, Status.ON_CALL, Status.NOT_AVAILABLE}),
    Status.FREE: frozenset(
        {Status.ASSIGNED, Status.EN_ROUTE, Status.AT_SCENE, Status.NOT_AVAILABLE, Status.ON_CALL, Status.OFF_DUTY}
    ),
    Status.ASSIGNED: frozenset({Status.ACKNOWLEDGED, Status.EN_ROUTE, Status.AT_SCENE, Status.FREE}),
    Status.ACKNOWLEDGED: frozenset({Status.EN_ROUTE, Status.AT_SCENE, Status.FREE}),
    Status.EN_ROUTE: frozenset({Status.AT_SCENE, Status.FREE}),
    Status.AT_SCENE: frozenset({Status.CUSTODY_JOURNEY, Status.FREE}),
    Status.CUSTODY_JOURNEY: frozenset({Status.FREE}),
    Status.ON_CALL: frozenset({Status.ASSIGNED, Status.FREE, Status.OFF_DUTY}),
    Status.NOT_AVAILABLE: frozenset({Status.FREE, Status.OFF_DUTY}),
}
_NEEDS_JOB = frozenset({Status.ACKNOWLEDGED, Status.EN_ROUTE, Status.AT_SCENE, Status.CUSTODY_JOURNEY})


def may_move(*, before: Status, after: Status, has_job: bool) -> Verdict:
    """Whether a unit may go from one state to another. `has_job`: an assignment is live when the move is made.

    A unit that comes upon something goes straight from free to at scene, once it has been assigned to it.
    """
    if after not in ALLOWED[before]:
        return refused(f"A unit that is {before.words} cannot next be {after.words}.", _SOURCE, field="status")
    if after in _NEEDS_JOB and not has_job:
        return refused(f"A unit with no incident cannot be {after.words}: assign it first.", _SOURCE, field="status")
    if not after.on_a_job and after is not Status.FREE and has_job:
        return refused("Clear the incident first.", _SOURCE, field="status")
    return allowed()


def next_states(*, before: Status, has_job: bool) -> tuple[Status, ...]:
    """The states a unit may go to next, in the order a job runs."""
    return tuple(after for after in Status if may_move(before=before, after=after, has_job=has_job).allowed)
