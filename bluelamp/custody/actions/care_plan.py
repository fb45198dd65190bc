"""The care plan: an observation level from now on, with its reason (P26, P27)."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.care_plan import CARE_PLANNED
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import CarePlan
from bluelamp.custody.rules.visits import LEVELS
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, refused


@action
def set_care_plan(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    level: int,
    why: str,
    plan_minutes: int | None = None,
    must_rouse: bool = False,
    observer: str = "",
    key: str | None = None,
) -> str:
    """Set the observation level from now on; a change is a new plan, and every plan says why."""
    require(by, "custody.desk")
    found = lock(detention)
    if level not in LEVELS:
        raise Refused(refused("Observation levels are 1 to 4.", "APP Detention and Custody", field="level"))
    if not why.strip():
        raise Refused(refused("Say why this level.", "APP Detention and Custody", field="why"))
    CarePlan.objects.create(
        detention=found,
        set_at=at,
        officer_id=officer_of(by),
        level=level,
        plan_minutes=plan_minutes,
        must_rouse=must_rouse,
        why=why,
    )
    found.level, found.must_rouse = level, must_rouse
    found.save(update_fields=["level", "must_rouse"])
    facts = {"level": level, "plan_minutes": plan_minutes, "rouse_words": ", roused" if must_rouse else ""}
    say(CARE_PLANNED, found, facts, words={"why": why})
    return found.ref
