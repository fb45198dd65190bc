"""The end of a call, in one go on a phone: safe contact, needs, rights, the offer of a statement, referral."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action
from bluelamp.verdict import Refused, refused
from bluelamp.victims.actions.agreeing import agree_ways
from bluelamp.victims.actions.assessing import assess_needs
from bluelamp.victims.actions.explaining import give_rights
from bluelamp.victims.actions.referring import refer
from bluelamp.victims.actions.statements import offer_statement
from bluelamp.victims.rules.needs import Need


@dataclass(frozen=True, kw_only=True)
class FirstCare:
    """What was done; None or empty for what was not, which stays owed. Each holds the facts of its own action."""

    contact: Mapping[str, Any] | None = None
    needs: Sequence[Need] = ()
    because: str = "report"
    rights: Mapping[str, Any] | None = None
    statement: Mapping[str, Any] | None = None
    referral: Mapping[str, Any] | None = None


@action
def give_first_care(*, by: Acting, at: datetime, victim: int, care: FirstCare, key: str | None = None) -> str:
    """Keep everything that was done at once, or nothing where one part is refused."""
    require(by, "victims.record", "victims.tell")
    if not (care.contact or care.needs or care.rights or care.statement or care.referral):
        raise Refused(refused("Nothing is filled in yet. What you leave out stays owed."))
    if care.contact:
        agree_ways(by=by, at=at, victim=victim, **care.contact)
    if care.needs:
        assess_needs(by=by, at=at, victim=victim, needs=care.needs, because=care.because)
    if care.rights:
        give_rights(by=by, at=at, victim=victim, **care.rights)
    if care.statement:
        offer_statement(by=by, at=at, victim=victim, **care.statement)
    if care.referral:
        refer(by=by, at=at, victim=victim, **care.referral)
    return f"victim:{victim}"
