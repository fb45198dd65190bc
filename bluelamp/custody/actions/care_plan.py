"""The care plan: an observation level with its reason, and who watches at levels 3 and 4 (P26, P27)."""

from datetime import datetime

from bluelamp.access.acting import Acting, officer_of
from bluelamp.access.permissions_check import require
from bluelamp.custody.actions.watching import begin_watch, end_watch
from bluelamp.custody.care_keeping import restate_rest, restate_visits
from bluelamp.custody.events.care import CARE_PLANNED
from bluelamp.custody.keeping import WhileFrozen, lock, say
from bluelamp.custody.models import CarePlan, CellStay, Detention
from bluelamp.custody.rules.observing import Plan, may_plan, needs_observer
from bluelamp.ledger.actions.writing import action
from bluelamp.places.law_in_force import law_of
from bluelamp.verdict import insist


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
    """Set or change the observation level. Every change is justified; levels 3 and 4 name who watches.

    The next visit is due by the new level from the last one actually made.
    """
    require(by, "custody.care_plan")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    plan = Plan(level=level, why=why, plan_minutes=plan_minutes, observer=observer, watched=_in_watched_cell(found))
    insist(may_plan(plan=plan, law=law_of("custody"), at=at))
    CarePlan.objects.create(
        detention=found,
        set_at=at,
        officer_id=officer_of(by),
        level=level,
        plan_minutes=plan_minutes,
        must_rouse=must_rouse,
        why=why,
    )
    was = found.level
    found.level, found.must_rouse = level, must_rouse
    found.save(update_fields=["level", "must_rouse"])
    facts = {
        "level": level,
        "was": was,
        "every": f", every {plan_minutes} min" if plan_minutes else "",
        "rouse": ", roused at each visit" if must_rouse else "",
    }
    say(CARE_PLANNED, found, facts, words={"why": why})
    _watch(found, level, observer, by, at)
    restate_visits(found)
    restate_rest(found, at)
    return found.ref


def _in_watched_cell(found: Detention) -> bool | None:
    stay = CellStay.objects.filter(detention=found, during__upper_inf=True).select_related("cell").first()
    return stay.cell.has_camera if stay else None


def _watch(found: Detention, level: int, observer: str, by: Acting, at: datetime) -> None:
    now_watching = found.watches.filter(ended_at=None).first()
    wanted = needs_observer(level=level, law=law_of("custody"), at=at)
    if now_watching and not (wanted and now_watching.observer == observer.strip()):
        end_watch(by=by, at=at, detention=found.pk, words="")
        now_watching = None
    if wanted and not now_watching:
        begin_watch(by=by, at=at, detention=found.pk, observer=observer, words="")
