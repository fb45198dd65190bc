"""Granting a role to an officer and withdrawing it. Every change says who and when."""

from datetime import datetime

from bluelamp.access import events
from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer, RoleGrant
from bluelamp.access.permissions import GRANT_ROLES
from bluelamp.access.permissions_check import require
from bluelamp.access.roles import roles
from bluelamp.access.rules.granting import Granting, may_grant, may_withdraw
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist


@action
def grant(*, officer: int, role: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Grant `role` (its key in roles.toml) to an officer; raises Refused for oneself or a mix of powers."""
    require(by, GRANT_ROLES.name)
    receiver = Officer.objects.select_for_update().get(pk=officer)
    held = _held(officer)
    insist(
        may_grant(
            Granting(
                granter=by.officer_id,
                officer=officer,
                is_active=receiver.is_active,
                held=held,
                role=role,
                known_roles=frozenset(roles()),
            )
        )
    )
    RoleGrant.objects.create(officer=receiver, role=role, granted_by=by.ref, granted_at=at)
    write(events.ROLE_GRANTED, record=receiver.ref, facts={"role": roles()[role].words})
    return receiver.ref


@action
def withdraw(*, officer: int, role: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Withdraw a role; raises Refused if it is not held or belongs to the last administrator."""
    require(by, GRANT_ROLES.name)
    holder = Officer.objects.select_for_update().get(pk=officer)
    in_force = RoleGrant.objects.filter(role=role, withdrawn_at=None, officer__is_active=True)
    others = in_force.select_for_update().exclude(officer=holder).count()
    insist(may_withdraw(role=role, held=_held(officer), others_who_hold_it=others))
    RoleGrant.objects.filter(officer=holder, role=role, withdrawn_at=None).update(withdrawn_by=by.ref, withdrawn_at=at)
    write(events.ROLE_WITHDRAWN, record=holder.ref, facts={"role": roles()[role].words if role in roles() else role})
    return holder.ref


def _held(officer: int) -> frozenset[str]:
    return frozenset(RoleGrant.objects.filter(officer=officer, withdrawn_at=None).values_list("role", flat=True))
