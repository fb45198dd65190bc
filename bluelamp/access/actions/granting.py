"""Granting a role to an officer and withdrawing it. Every change says who and when."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
    insist(may_grant(_granting(NewGrant(officer=officer, role=role), receiver, _held(officer), by)))
    RoleGrant.objects.create(officer=receiver, role=role, granted_by=by.ref, granted_at=at)
    write(events.ROLE_GRANTED, record=receiver.ref, facts={"role": roles()[role].words})
    return receiver.ref


@dataclass(frozen=True, kw_only=True)
class NewGrant:
    """A role for one officer, by the officer's number."""

    officer: int
    role: str


@action
def grant_many(*, grants: Sequence[NewGrant], by: Acting, at: datetime, key: str | None = None) -> list[str]:
    """Grant a role to each of many officers by the same rules as `grant`, in a few statements.

    Nobody twice. Raises Refused for the first that may not be, and then nothing is granted.
    """
    require(by, GRANT_ROLES.name)
    numbers = [one.officer for one in grants]
    receivers = {one.pk: one for one in Officer.objects.select_for_update().filter(pk__in=numbers).order_by("pk")}
    held = _held_by(numbers)
    for one in grants:
        insist(may_grant(_granting(one, receivers[one.officer], held[one.officer], by)))
    RoleGrant.objects.bulk_create(
        RoleGrant(officer_id=one.officer, role=one.role, granted_by=by.ref, granted_at=at) for one in grants
    )
    for one in grants:
        write(events.ROLE_GRANTED, record=receivers[one.officer].ref, facts={"role": roles()[one.role].words})
    return [receivers[one.officer].ref for one in grants]


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


def _held_by(officers: Iterable[int]) -> defaultdict[int, frozenset[str]]:
    """The roles that each of many officers holds; one statement."""
    held: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    rows = RoleGrant.objects.filter(officer__in=list(officers), withdrawn_at=None)
    for officer, role in rows.values_list("officer_id", "role"):
        held[officer] |= {role}
    return held


def _granting(one: NewGrant, receiver: Officer, held: frozenset[str], by: Acting) -> Granting:
    return Granting(
        granter=by.officer_id,
        officer=one.officer,
        is_active=receiver.is_active,
        held=held,
        role=one.role,
        known_roles=frozenset(roles()),
    )
