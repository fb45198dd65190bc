"""What is still undone at an incident, gathered from every domain that knows a part of it (C17)."""

from collections.abc import Sequence

from bluelamp.calls.models import Incident
from bluelamp.calls.rules.closing import Closing
from bluelamp.crimes.queries import Decided
from bluelamp.dispatch.queries import at_incident
from bluelamp.owed.models import Promise
from bluelamp.owed.queries import for_record
from bluelamp.safeguarding.queries import alone_at, domestic_of, name_of
from bluelamp.victims.models import Victim
from bluelamp.victims.owed import BY_STEP
from bluelamp.victims.rules.telling import Step

FOLLOW_ONS = {
    "domestic_abuse": "a victim recorded, for the domestic abuse flag",
    "hate": "a victim recorded, for the hate flag",
    "child_at_risk": "a victim recorded, for the child flag",
}
UNASSESSED = "the risk assessed, for domestic abuse"
NEWS = frozenset(
    BY_STEP[step].name
    for step in (
        Step.ARRESTED, Step.INTERVIEWED, Step.RELEASED_WITHOUT_CHARGE, Step.BAILED, Step.RELEASED_UNDER_INVESTIGATION,
        Step.CONDITIONS_CHANGED, Step.NOT_INVESTIGATED, Step.CHARGED, Step.NOT_PROSECUTED, Step.OUT_OF_COURT,
    )
)  # fmt: skip
"""What came of it, told before it is closed. Rights, support, the statement and what victims ask for run on after."""


def left_undone(
    incident: Incident, *, closing_code: str, decided: Decided, victims: Sequence[Victim], thrive_again: bool
) -> Closing:
    """What the rule about closing takes."""
    reason = decided.not_recorded
    return Closing(
        closing_code=closing_code,
        crime_suggested=incident.crime_related,
        crime_number=decided.crimes[0].number if decided.crimes else "",
        reason_not_to_record=reason.words if reason else "",
        follow_ups_missing=_follow_ups(incident, victims),
        units_assigned=tuple(each.unit.call_sign for each in at_incident(incident.pk)),
        victims_not_told=_not_told(victims),
        attended=incident.first_at_scene_at is not None,
        thrive_again=thrive_again,
    )


def assessed_since_graded(incident: Incident) -> bool:
    """Whether THRIVE was done again after the grade now in force was set."""
    return incident.graded_at is not None and incident.triages.filter(at__gt=incident.graded_at).exists()


def _follow_ups(incident: Incident, victims: Sequence[Victim]) -> tuple[str, ...]:
    missing = [] if victims else [FOLLOW_ONS[flag] for flag in incident.qualifiers if flag in FOLLOW_ONS]
    domestic = domestic_of(incident.pk)
    if domestic is not None and domestic.assessed_at is None and domestic.ended_at is None:
        missing.append(UNASSESSED)
    missing += [
        f"the risk assessed, for {name_of(one).lower()}" for one in alone_at(incident.pk) if not one.assessed_at
    ]
    return tuple(missing)


def _not_told(victims: Sequence[Victim]) -> tuple[str, ...]:
    """Who still waits to be told of what came of it."""
    return tuple(victim.person.name for victim in victims if any(_waits(one) for one in for_record(victim.ref)))


def _waits(promise: Promise) -> bool:
    return promise.state == "open" and promise.kind in NEWS
