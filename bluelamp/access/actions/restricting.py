"""Restricting a record to named officers or from its first minute by its kind, naming officers, and lifting it."""

from collections.abc import Collection, Sequence
from datetime import datetime

from bluelamp.access import events
from bluelamp.access.acting import Acting
from bluelamp.access.models import Officer, Opening, Restriction
from bluelamp.access.permissions import RESTRICT_RECORDS
from bluelamp.access.permissions_check import require
from bluelamp.access.restricted_kinds import policies
from bluelamp.access.rules.grounds import Ground, policy_of
from bluelamp.access.rules.reasons import good_change
from bluelamp.compiled import insert
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
    _insist_open(record)
    made = Restriction(record=record, why=why, owner=Officer.objects.get(pk=owner), roles=list(roles))
    _restricted(made, allowed, by, at)
    return record


@action
def restrict_by_kind(
    *, record: str, grounds: Collection[Ground], incident: int, by: Acting, at: datetime, key: str | None = None
) -> str:
    """Restrict `record` from its first minute, because of what it is about: to roles and those on its case (D10).

    Nobody has it yet: until somebody does, a role stands in for the owner. Whoever wrote it down may see it. `grounds`
    is not empty. Higher floors call `access.from_the_start`, which leaves alone what is restricted already.
    """
    _insist_open(record)
    policy = policy_of(grounds, policies())
    roles = [*policy.sees, *(policy.of_victims if record.startswith("victim:") else ())]
    made = Restriction(record=record, why=policy.words, asks=policy.asks, roles=roles, incident=incident)
    _restricted(made, [by.officer_id] if by.officer_id else [], by, at)
    return record


@action
def restrict_like(*, record: str, like: Restriction, by: Acting, at: datetime, key: str | None = None) -> str:
    """Restrict `record` as another record of the same case is: the same owner or who stands in, officers and roles."""
    _insist_open(record)
    made = Restriction(
        record=record, why=like.why, owner=like.owner, asks=like.asks, roles=like.roles, incident=like.incident
    )
    _restricted(made, [one.pk for one in like.allowed.all()], by, at)
    return record


def _insist_open(record: str) -> None:
    if Restriction.objects.filter(record=record, lifted_at=None).exists():
        insist(refused("This record is already restricted."))


def _restricted(made: Restriction, allowed: Sequence[int], by: Acting, at: datetime) -> None:
    made.restricted_by, made.restricted_at = by.ref, at
    insert(made)
    named = Restriction.allowed.through
    named.objects.bulk_create(named(restriction_id=made.pk, officer_id=number) for number in sorted(set(allowed)))
    facts = {
        "owner": made.owner.ref if made.owner else f"role:{made.asks}",
        "allowed": [f"officer:{number}" for number in sorted(set(allowed))],
        "roles": sorted(made.roles),
    }
    write(events.RESTRICTED, record=made.record, facts=facts, words={"why": made.why})


@action
def name_on(*, record: str, officer: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Let one more officer see a restricted record; only its owner may."""
    restriction = _owned(record, by)
    insist(good_change(why))
    if restriction.allowed.filter(pk=officer).exists() or restriction.owner_id == officer:
        insist(refused("This officer is named on it already.", field="officer"))
    restriction.allowed.add(officer)
    write(events.NAMED, record=record, facts={"officer": f"officer:{officer}"}, words={"why": why})
    return record


@action
def take_off(*, record: str, officer: int, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """Take an officer's name off a restricted record; only its owner may. On its case they may see it all the same."""
    restriction = _owned(record, by)
    insist(good_change(why))
    if not restriction.allowed.filter(pk=officer).exists():
        insist(refused("This officer is not named on it.", field="officer"))
    restriction.allowed.remove(officer)
    Opening.objects.filter(restriction=restriction, officer=officer, until__gt=at).update(until=at)
    write(events.TAKEN_OFF, record=record, facts={"officer": f"officer:{officer}"}, words={"why": why})
    return record


@action
def assign(*, record: str, owner: int, by: Acting, at: datetime, key: str | None = None) -> str:
    """Give a restricted record to another owner, who was put on the case; the one before may still see it."""
    require(by, RESTRICT_RECORDS.name)
    restriction = Restriction.objects.select_for_update(of=("self",)).filter(record=record, lifted_at=None).first()
    if restriction is None or restriction.owner_id == owner:
        insist(refused("There is no restriction to give to somebody else."))
    assert restriction is not None
    if restriction.owner_id:
        restriction.allowed.add(restriction.owner_id)
    restriction.owner_id = owner
    restriction.save(update_fields=["owner"])
    write(events.ASSIGNED, record=record, facts={"owner": f"officer:{owner}"})
    return record


@action
def lift(*, record: str, why: str, by: Acting, at: datetime, key: str | None = None) -> str:
    """End the restriction; only its owner may."""
    restriction = _owned(record, by)
    insist(good_change(why))
    Restriction.objects.filter(pk=restriction.pk).update(lifted_at=at)
    write(events.LIFTED, record=record, words={"why": why})
    return record


def _owned(record: str, by: Acting) -> Restriction:
    restriction = Restriction.objects.select_for_update(of=("self",)).filter(record=record, lifted_at=None).first()
    if restriction is None or not restriction.belongs_to(by.officer_id, by.roles):
        insist(refused("Only the officer a restriction belongs to may change it."))
    assert restriction is not None
    return restriction
