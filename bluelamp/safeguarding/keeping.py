"""What the actions of safeguarding share: finding a domestic incident for change, saying what was done, whose it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bluelamp.access.acting import Acting, officer_of, system
from bluelamp.access.actions.restricting import assign, restrict
from bluelamp.access.models import Restriction
from bluelamp.dispatch.queries import sent_to
from bluelamp.duty.queries import duty_ends
from bluelamp.ledger.actions.writing import write
from bluelamp.ledger.registry import Event
from bluelamp.safeguarding.models import DomesticIncident
from bluelamp.verdict import Refused, refused

RESTRICTS = system("safeguarding", "access.restrict_records")
WHY = "Domestic abuse: by role and assignment"
ROLES = ("domestic_abuse_specialist", "reviewing_inspector", "superintendent")
"""Who may see every domestic incident by their role; everybody else only where they are on it (D10)."""


def locked(domestic: int) -> DomesticIncident:
    """The domestic incident, locked for change. Raises Refused where it was shown not to be one."""
    rows = DomesticIncident.objects.select_for_update(of=("self",)).select_related("incident", "victim__person")
    found = rows.get(pk=domestic)
    if found.ended_at:
        raise Refused(refused("It was shown that this is not domestic abuse.", "Order of events"))
    return found


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


def take_over(found: DomesticIncident, by: Acting, at: datetime) -> None:
    """Make the one who acts the owner, and restrict the record to them, the crews sent and those in its roles.

    The first owner's duty when it was raised is the shift by whose end it is assessed; handing it on moves nothing.
    """
    owner = officer_of(by)
    if found.owner_id is None:
        found.shift_ends_at = duty_ends(owner, at=found.raised_at)
    found.owner_id, found.owned_at = owner, at
    found.save(update_fields=["owner", "owned_at", "shift_ends_at"])
    before = Restriction.objects.filter(record=found.ref, lifted_at=None).first()
    if before:
        if before.owner_id != owner:
            assign(record=found.ref, owner=owner, by=RESTRICTS, at=at)
        return
    crews = {officer for unit in sent_to(found.incident_id, at) for officer in unit.officers} - {owner}
    restrict(record=found.ref, why=WHY, owner=owner, allowed=sorted(crews), roles=ROLES, by=RESTRICTS, at=at)
