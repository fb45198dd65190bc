"""To hospital and back: the clocks pause, except while police ask questions to obtain evidence (P12)."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.custody.care_keeping import restate_visits
from bluelamp.custody.escorts import Way, close_escort, open_escort
from bluelamp.custody.events.clocks import HOSPITAL_LEFT, HOSPITAL_RETURNED
from bluelamp.custody.keeping import WhileFrozen, end_doings, end_stay, lock, restate_clocks, say
from bluelamp.custody.models import Absence, CustodyOf, EscortRecord
from bluelamp.custody.responsible import NOT_NAMED, Holder, custody_officer, pass_on, take_back
from bluelamp.custody.rules.escorting import Escorting
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, refused

HOSPITAL, NOTHING_SAID = EscortRecord.Why.HOSPITAL, Escorting()


@action
def go_to_hospital(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    why: str,
    escorting: Escorting = NOTHING_SAID,
    where: str = "Hospital",
    key: str | None = None,
) -> str:
    """The person leaves for treatment; both clocks pause until they are back. The escort answers for them (s.39(2)).

    Nothing of `escorting` keeps anybody from a doctor: what is not written stands on the escort record as missing.
    """
    require(by, "custody.transfer")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    if found.absences.filter(returned_at=None).exists():
        raise Refused(refused("This person is at hospital already.", "Order of events"))
    end_stay(found, at)
    end_doings(found, at)
    Absence.objects.create(detention=found, left_at=at, why=why)
    open_escort(found, Way(why=HOSPITAL, start=found.suite.name, end=where, can_wait=False), escorting, at)
    escort = ", ".join(escorting.crew)[:120] or NOT_NAMED
    pass_on(found, Holder(kind=CustodyOf.Kind.ESCORT, words=escort, why="To hospital"), at)
    restate_clocks(found, at)
    restate_visits(found)
    say(HOSPITAL_LEFT, found, words={"why": why})
    return found.ref


@action
def return_from_hospital(
    *,
    by: Acting,
    at: datetime,
    detention: int,
    questioned_from: datetime | None = None,
    questioned_to: datetime | None = None,
    complied: bool | None = None,
    report: str = "",
    key: str | None = None,
) -> str:
    """The person is back; time questioned there counts.

    `complied` and `report` are what the escort reports (s.39(3)); without them the record says none was written.
    """
    require(by, "custody.transfer")
    found = lock(detention, while_frozen=WhileFrozen.CARE)
    absence = found.absences.select_for_update().filter(returned_at=None).first()
    if absence is None:
        raise Refused(refused("A return needs a departure: this person is not at hospital.", "PACE s.41(6)"))
    if at <= absence.left_at:
        raise Refused(refused("The return is before the departure.", "Order of events"))
    absence.returned_at, absence.questioned_from, absence.questioned_to = at, questioned_from, questioned_to
    absence.save(update_fields=["returned_at", "questioned_from", "questioned_to"])
    if complied is None and not report.strip():
        pass_on(found, custody_officer(by, found.suite_id), at)
    else:
        take_back(found, by, at, complied=complied, report=report)
    close_escort(found, by.name, at)
    restate_clocks(found, at)
    restate_visits(found)
    facts = {"left_at": absence.left_at.isoformat(), "limit_at": found.limit_at and found.limit_at.isoformat()}
    say(HOSPITAL_RETURNED, found, facts)
    return found.ref
