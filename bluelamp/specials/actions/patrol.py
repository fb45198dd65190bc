"""What follows in duty's tables from a signature here, under the name of who signed."""

from dataclasses import replace
from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import local_day
from bluelamp.duty.actions.skills import record_skill, set_patrol_status
from bluelamp.ledger.actions.writing import action

CREW = "duty.crew"


@action
def set_patrol(*, by: Acting, at: datetime, officer: int, step: str, key: str | None = None) -> str:
    """Set how far a special may patrol. The signature under the step is the authority: duty asks no other."""
    require(by, "specials.sign", "specials.coordinate")
    return set_patrol_status(by=_as_duty(by), at=at, officer=officer, step=step, since=local_day(at))


@action
def set_skill(*, by: Acting, at: datetime, officer: int, skill: str, until: date | None, key: str | None = None) -> str:
    """Record until when a training of a special holds."""
    require(by, "specials.coordinate")
    return record_skill(by=_as_duty(by), at=at, officer=officer, skill=skill, expires=until)


def _as_duty(by: Acting) -> Acting:
    return replace(by, capabilities=by.capabilities | {CREW})
