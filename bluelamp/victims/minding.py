"""What must be minded before anybody speaks to a victim: who speaks for them, and with whom they are at odds."""

from collections.abc import Mapping, Sequence

from bluelamp.victims.models import Victim
from bluelamp.victims.others import among, may_speak_still, others_of, suspects_of

AT_ODDS = (
    "At odds with another victim of this incident: one of them is a suspect here too."
    " Tell each alone, nothing of the one to the other, and nothing through the other."
)


def mind_of(victim: Victim) -> list[str]:
    """What to mind of one victim, in words; four statements."""
    return _said(victim, others_of(victim).at_odds, may_speak_still(victim).words)


def minds_of(victims: Sequence[Victim]) -> Mapping[int, list[str]]:
    """The same for every victim of one incident, by number; three statements, none where there is no victim."""
    if not victims:
        return {}
    suspects, people = suspects_of(victims[0].incident_id), frozenset(one.person_id for one in victims)
    found = {}
    for one in victims:
        others = among(one, people, suspects)
        found[one.pk] = _said(one, others.at_odds, may_speak_still(one, others).words)
    return found


def _said(victim: Victim, at_odds: frozenset[int], speaker: str) -> list[str]:
    return [*([speaker] if speaker else []), *([AT_ODDS] if at_odds - {victim.person_id} else [])]
