"""From suite to suite: the clock goes on, the cell is left, and the escort answers for the person meanwhile."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.escorts import Way, close_escort, open_escort
from bluelamp.custody.events.responsibility import CAME_TO_SUITE, LEFT_FOR_SUITE
from bluelamp.custody.going_there import suite_now
from bluelamp.custody.keeping import end_stay, lock, restate_clocks, say
from bluelamp.custody.models import CustodyOf, EscortRecord
from bluelamp.custody.responsible import Holder, pass_on, standing, take_back
from bluelamp.custody.rules.custody_of import may_hand_over
from bluelamp.custody.rules.escorting import Escorting
from bluelamp.custody.rules.slots import may_accept
from bluelamp.ledger.actions.writing import action
from bluelamp.places.models import Suite
from bluelamp.verdict import Refused, insist, refused

BETWEEN_SUITES = EscortRecord.Why.BETWEEN_SUITES


@action
def leave_for_suite(
    *, by: Acting, at: datetime, detention: int, suite: int, escorting: Escorting, why: str, key: str | None = None
) -> str:
    """The person leaves for another suite that has room; the 24 hours go on (PACE s.41, P10)."""
    require(by, "custody.transfer")
    found = lock(detention)
    there, now = Suite.objects.get(pk=suite), standing(found.person_id)
    if there.pk == found.suite_id:
        raise Refused(refused(f"They are at {there.name} already.", "Order of events", field="suite"))
    mine = now is None or now.kind == CustodyOf.Kind.CUSTODY
    since = now.during.lower if now else found.arrived_at
    insist(may_hand_over(with_custody_officer=mine, since=since, reason=why, at=at))
    insist(may_accept(suite=suite_now(there, at=at)))
    open_escort(found, Way(why=BETWEEN_SUITES, start=found.suite.name, end=there.name), escorting, at)
    end_stay(found, at)
    escort = ", ".join(escorting.crew)
    pass_on(found, Holder(kind=CustodyOf.Kind.ESCORT, suite=there.pk, words=escort[:120], why=why), at)
    say(LEFT_FOR_SUITE, found, {"to_suite": there.key, "to_name": there.name}, words={"why": why, "escort": escort})
    return found.ref


@action
def arrive_from_suite(
    *, by: Acting, at: datetime, detention: int, complied: bool | None, report: str, key: str | None = None
) -> str:
    """The person is at the other suite, whose custody officer answers for them now; no clock starts afresh."""
    require(by, "custody.transfer")
    found = lock(detention)
    now = standing(found.person_id)
    if now is None or now.kind != CustodyOf.Kind.ESCORT or now.suite is None:
        raise Refused(refused("This person is not on the way to another suite.", "Order of events"))
    found.suite = now.suite
    found.save(update_fields=["suite"])
    take_back(found, by, at, complied=complied, report=report)
    close_escort(found, by.name, at)
    restate_clocks(found, at)
    say(CAME_TO_SUITE, found, {"kept": "yes" if complied else "no"}, words={"report": report})
    return found.ref
