"""What the actions of safeguarding share: finding a domestic incident for change, saying what was done, whose it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bluelamp.access import from_the_start
from bluelamp.access.acting import Acting, officer_of, system
from bluelamp.access.actions.restricting import assign, restrict
from bluelamp.access.models import Restriction
from bluelamp.access.rules.grounds import grounds_of
from bluelamp.calls.models import POLICE_INVOLVED
from bluelamp.compiled import fetch
from bluelamp.dispatch.queries import sent_to
from bluelamp.duty.queries import duty_ends
from bluelamp.ledger.actions.writing import write
from bluelamp.ledger.registry import Event
from bluelamp.safeguarding.models import DomesticIncident, Pathway
from bluelamp.verdict import Refused, refused
from bluelamp.victims.keeping import restrict_case, restrict_thread

RESTRICTS = system("safeguarding", "access.restrict_records")
WHY = "Domestic abuse: by role and assignment"
ROLES = ("domestic_abuse_specialist", "reviewing_inspector", "superintendent")
"""Who may see every domestic incident by their role; everybody else only where they are on it (D10)."""


def locked(domestic: int) -> DomesticIncident:
    """The domestic incident, locked for change. Raises Refused where it was shown not to be one."""
    found = fetch(DomesticIncident, domestic, "incident", "victim__person", lock=True)
    if found.ended_at:
        raise Refused(refused("It was shown that this is not domestic abuse.", "Order of events"))
    return found


def locked_pathway(number: int) -> Pathway:
    """A pathway, locked for change with the domestic record that it belongs to, where it does."""
    row = fetch(Pathway, number, "incident", "domestic__victim", "victim", lock=True)
    if row.domestic_id:
        locked(row.domestic_id)
    return row


def say(
    event: Event,
    found: DomesticIncident,
    *,
    facts: Mapping[str, object] | None = None,
    words: Mapping[str, object] | None = None,
    about: Sequence[str] = (),
) -> None:
    """One entry on the domestic incident and, unless said otherwise, on it alone.

    The incident and the persons have pages that many may read: what was assessed must not stand there.
    """
    write(event, record=found.ref, about=tuple(about), facts=facts, words=words)


def restrict_from_the_start(found: DomesticIncident, by: Acting, at: datetime) -> None:
    """The record, and the thread of whom it is about: to roles and those on the case, until somebody takes it on."""
    grounds = grounds_of(domestic=True, police=POLICE_INVOLVED in found.incident.qualifiers)
    from_the_start.restrict_from_the_start(found.ref, grounds, incident=found.incident_id, by=by, at=at)
    if found.victim:
        restrict_thread(found.victim, by=by, at=at, domestic=True)
        if found.owner_id:
            _reassign(found.victim.ref, found.owner_id, at, by_kind=True)
    restrict_case(found.incident, by=by, at=at, domestic=True)


def take_over(found: DomesticIncident | Pathway, by: Acting, at: datetime, *, why: str = WHY) -> None:
    """Make the one who acts the owner, and restrict the record to them, the crews sent and those in its roles.

    `found`: a domestic record, or a pathway that stands alone.

    The first owner's duty when it was raised is the shift by whose end it is assessed; handing it on moves nothing.
    """
    give_to(found, officer_of(by), at, why=why)


def give_to(found: DomesticIncident | Pathway, owner: int, at: datetime, *, why: str = WHY) -> None:
    """The same for an officer who does not act; pathways of the record that were restricted go with it."""
    if found.owner_id is None:
        found.shift_ends_at = duty_ends(owner, at=found.raised_at)
    found.owner_id, found.owned_at = owner, at
    found.save(update_fields=["owner", "owned_at", "shift_ends_at"])
    if isinstance(found, DomesticIncident):
        for row in found.pathways.all():
            _reassign(row.ref, owner, at)
        if found.victim:
            _reassign(found.victim.ref, owner, at, by_kind=True)
    if _reassign(found.ref, owner, at):
        return
    crews = {officer for unit in sent_to(found.incident_id, at) for officer in unit.officers} - {owner}
    restrict(record=found.ref, why=why, owner=owner, allowed=sorted(crews), roles=ROLES, by=RESTRICTS, at=at)


def _reassign(record: str, owner: int, at: datetime, *, by_kind: bool = False) -> bool:
    """Whether it is restricted already; then it belongs to this owner from now on.

    `by_kind`: only where it was restricted from its first minute; one that an officer restricted stays theirs.
    """
    before = Restriction.objects.filter(record=record, lifted_at=None).first()
    if before and before.owner_id != owner and (before.asks or not by_kind):
        assign(record=record, owner=owner, by=RESTRICTS, at=at)
    return before is not None
