"""A detained person handed to another officer, and brought back with the report (PACE s.39(2), (3))."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer
from bluelamp.access.permissions_check import require
from bluelamp.custody.events.responsibility import BROUGHT_BACK, HANDED_TO
from bluelamp.custody.keeping import lock, say
from bluelamp.custody.models import CustodyOf, Detention
from bluelamp.custody.responsible import Holder, pass_on, standing, take_back
from bluelamp.custody.rules.custody_of import may_hand_over
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, insist, refused


@action
def hand_to_officer(*, by: Acting, at: datetime, detention: int, officer: int, why: str, key: str | None = None) -> str:
    """The custody officer hands the person to an officer on the case, who answers for them from then on."""
    require(by, "custody.authorise")
    found = lock(detention)
    _here(found)
    taker = Officer.objects.get(pk=officer)
    now = standing(found.person_id)
    mine = now is None or now.kind == CustodyOf.Kind.CUSTODY
    since = now.during.lower if now else found.arrived_at
    insist(may_hand_over(with_custody_officer=mine, since=since, reason=why, at=at))
    pass_on(found, Holder(kind=CustodyOf.Kind.INTERVIEWER, officer=taker.pk, why=why), at)
    say(HANDED_TO, found, {"who": taker.ref, "who_name": str(taker)}, words={"why": why})
    return found.ref


@action
def bring_back(
    *, by: Acting, at: datetime, detention: int, complied: bool | None, report: str, key: str | None = None
) -> str:
    """The person is back; the officer reports how the Act and the Codes were kept meanwhile (s.39(3))."""
    require(by, "custody.authorise")
    found = lock(detention)
    _here(found)
    now = standing(found.person_id)
    who = now.whose if now else "nobody named"
    take_back(found, by, at, complied=complied, report=report)
    say(BROUGHT_BACK, found, {"who_name": who, "kept": "yes" if complied else "no"}, words={"report": report})
    return found.ref


def _here(found: Detention) -> None:
    """Interviews and hospital have their own way back, which also ends the interview or the pause."""
    if found.interviews.filter(back_at=None).exists():
        raise Refused(refused("Out for interview: write the return from the interview first.", "Order of events"))
    if found.absences.filter(returned_at=None).exists():
        raise Refused(refused("At hospital: write the return from hospital first.", "Order of events"))
