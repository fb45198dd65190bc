"""Restricting a record to named officers, naming one more, and lifting the restriction."""

from collections.abc import Sequence
from datetime import datetime

from bluelamp.access import events
from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer, Restriction
from bluelamp.access.permissions import RESTRICT_RECORDS
from bluelamp.access.permissions_check import require
from bluelamp.ledger.actions.writing import action, write
from bluelamp.verdict import insist, refused


@action
def restrict(
    *,
    record: str,
    why: str,
    owner: int,
    allowed: Sequence[int] = (),
    roles: Sequence[str] = (),
    by: Acting,
    at: datetime,
    key: str | None = None,
) -> str:
    """Restrict `record` ("incident:41") to its owner, the officers numbered in `allowed` and those in `roles` (D10).

    `why` in words.
    """
    require(by, RESTRICT_RECORDS.name)
    if not why.strip():
        insist(refused("Say why the record is restricted.", field="why"))
    if Restriction.objects.filter(record=record, lifted_at=None).exists():
        insist(refused("This record is already restricted."))
    restriction = Restriction.objects.create(
        record=record,
        why=why,
        owner=Officer.objects.get(pk=owner),
        roles=list(roles),
        restricted_by=by.ref,
        restricted_at=at,
    )
    restriction.allowed.set(allowed)
    write(
        events.RESTRICTED,
        record=record,
        facts={
            "owner": f"officer:{owner}",
            "allowed": [f"officer:{number}" for number in sorted(allowed)],
            "roles": sorted(roles),
        },
        words={"why": why},
    )
    return record


@action
def name_on(*, record: str, officer: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Let one more officer see a restricted record; only its owner may."""
    restriction = _owned(record, by)
    restriction.allowed.add(officer)
    write(events.NAMED, record=record, facts={"officer": f"officer:{officer}"})
    return record


@action
def assign(*, record: str, owner: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Give a restricted record to another owner, who was put on the case; the one before may still see it."""
    require(by, RESTRICT_RECORDS.name)
    restriction = Restriction.objects.select_for_update(of=("self",)).filter(record=record, lifted_at=None).first()
    if restriction is None or restriction.owner_id == owner:
        insist(refused("There is no restriction to give to somebody else."))
    assert restriction is not None
    restriction.allowed.add(restriction.owner_id)
    restriction.owner_id = owner
    restriction.save(update_fields=["owner"])
    write(events.ASSIGNED, record=record, facts={"owner": f"officer:{owner}"})
    return record


@action
def lift(*, record: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """End the restriction; only its owner may."""
    restriction = _owned(record, by)
    Restriction.objects.filter(pk=restriction.pk).update(lifted_at=at)
    write(events.LIFTED, record=record)
    return record


def _owned(record: str, by: Acting) -> Restriction:
    restriction = Restriction.objects.select_for_update(of=("self",)).filter(record=record, lifted_at=None).first()
    if restriction is None or restriction.owner_id != by.officer_id:
        insist(refused("Only the officer a restriction belongs to may change it."))
    assert restriction is not None
    return restriction
