"""What an officer is trained for, and how far a special may patrol."""

from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.duty import events
from bluelamp.duty.gaps import look_again
from bluelamp.duty.models import OfficerSkill, PatrolStatus
from bluelamp.ledger.actions.writing import action, write


@action
def record_skill(
    *, by: Acting, at: datetime, officer: int, skill: str, expires: date | None = None, key: str | None = None
) -> str:
    """Record that an officer has a skill until a day (no day: it does not run out); the rosters are looked at anew."""
    require(by, "duty.crew")
    OfficerSkill.objects.update_or_create(officer_id=officer, skill=skill, defaults={"expires": expires})
    look_again(officer, local_day(at), None, at)
    facts = {"skill": skill, "expires": expires.isoformat() if expires else None}
    write(events.SKILL_RECORDED, record=f"officer:{officer}", facts=facts)
    return f"officer:{officer}"


@action
def set_patrol_status(*, by: Acting, at: datetime, officer: int, step: str, since: date, key: str | None = None) -> str:
    """Set how far a special constable may patrol (S3)."""
    require(by, "duty.crew")
    PatrolStatus.objects.update_or_create(officer_id=officer, defaults={"step": step, "since": since})
    write(events.PATROL_STATUS_SET, record=f"officer:{officer}", facts={"step": step, "since": since.isoformat()})
    return f"officer:{officer}"
