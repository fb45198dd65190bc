"""What is still undone at an incident, gathered from every domain that knows a part of it (C17)."""

from collections.abc import Sequence

from bluelamp.calls.models import Incident
from bluelamp.calls.rules.closing import Closing
from bluelamp.crimes.queries import Decided
from bluelamp.dispatch.queries import at_incident
from bluelamp.owed.models import Promise
from bluelamp.owed.queries import for_record
from bluelamp.victims.models import Victim

FOLLOW_ONS = {
    "domestic_abuse": "a victim recorded, for the domestic abuse flag",
    "hate": "a victim recorded, for the hate flag",
    "child_at_risk": "a victim recorded, for the child flag",
}
TOLD_LATER = ("victims.tell_referred", "victims.tell_crime_acknowledged")


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
    return () if victims else tuple(FOLLOW_ONS[flag] for flag in incident.qualifiers if flag in FOLLOW_ONS)


def _not_told(victims: Sequence[Victim]) -> tuple[str, ...]:
    """Who still waits to be told of a step. Referral and the written acknowledgement run on after closing."""
    return tuple(victim.person.name for victim in victims if any(_waits(one) for one in for_record(victim.ref)))


def _waits(promise: Promise) -> bool:
    return promise.state == "open" and promise.kind.startswith("victims.tell_") and promise.kind not in TOLD_LATER
