"""Raising the alarm of a promise: claimed once, logged once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from bluelamp.access.acting import RAISE_ALARMS, Acting
from bluelamp.access.permissions_check import require
from bluelamp.deadlines.instants import spoken
from bluelamp.ledger.actions.writing import action, write
from bluelamp.owed import events
from bluelamp.owed.actions.stating import withdraw
from bluelamp.owed.models import Promise, State
from bluelamp.owed.registry import Kind, kinds
from bluelamp.owed.rules.alarm_times import alarm_after, minutes_left, next_alarm


class AlreadyDone(Exception):
    """Another loop, or a person, was quicker: nothing is written."""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One promise whose alarm is to be raised, in the version that was read."""

    pk: int
    version: int
    kind: str
    record: str
    slot: str
    due_at: datetime
    facts: dict[str, object]
    about: tuple[str, ...]


@action
def raise_alarms(*, claims: Sequence[Claim], by: Acting, at: datetime) -> int:
    """Raise the alarm of each promise still as it was read; what it warns of depends on the time left at `at`.

    Claims by compare-and-swap on the version. Raises AlreadyDone when none is left to raise.
    """
    require(by, RAISE_ALARMS)
    mine = _swap(claims, at)
    raised = [claim for claim in claims if claim.pk in mine]
    if not raised:
        raise AlreadyDone
    for claim in raised:
        _raise(claim, by, at)
    return len(raised)


@action
def move(*, claim: Claim, due: datetime, basis: str, because: Sequence[str], by: Acting, at: datetime) -> str:
    """The rule, asked again, gives another time: state it again."""
    require(by, RAISE_ALARMS)
    kind = kinds[claim.kind]
    alarm_at = next_alarm(due=due, warnings=kind.warnings, at=at)
    _one(claim, due_at=due, alarm_at=alarm_at, basis=basis, because=list(because), raised=[])
    facts = {"kind": claim.kind, "slot": claim.slot, "promise": kind.worded(claim.facts), "due": due.isoformat()}
    words = {"due_words": spoken(due), "was_words": spoken(claim.due_at)}
    write(events.MOVED, claim.record, about=claim.about, facts={**facts, **words, "was": claim.due_at.isoformat()})
    return claim.record


@action
def forget(*, claim: Claim, by: Acting, at: datetime) -> str:
    """The rule, asked again, no longer asks for it: withdraw it."""
    require(by, RAISE_ALARMS)
    _one(claim)
    withdraw(claim.kind, record=claim.record, slot=claim.slot, why="The rule no longer asks for it", never_owed=True)
    return claim.record


def _one(claim: Claim, **changes: object) -> None:
    found = Promise.objects.filter(pk=claim.pk, version=claim.version, state=State.OPEN)
    if not found.update(version=claim.version + 1, failures=0, trouble="", **changes):
        raise AlreadyDone


def _swap(claims: Sequence[Claim], at: datetime) -> set[int]:
    """Claim in one statement, in one order, so that two loops never wait for each other in a ring."""
    rows = sorted(claims, key=lambda claim: claim.pk)
    nexts = [alarm_after(due=claim.due_at, warnings=kinds[claim.kind].warnings, at=at) for claim in rows]
    left = [max(minutes_left(due=claim.due_at, at=at), -32768) for claim in rows]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH said AS (
                SELECT * FROM unnest(%s::bigint[], %s::int[], %s::timestamptz[], %s::int[])
                    AS said(pk, version, next_at, minutes)
            ), free AS (
                SELECT p.id, said.next_at, said.minutes FROM owed_promise p JOIN said ON said.pk = p.id
                WHERE p.version = said.version AND p.state = 'open' ORDER BY p.id FOR UPDATE OF p SKIP LOCKED
            )
            UPDATE owed_promise p SET alarm_at = free.next_at, raised = p.raised || free.minutes::smallint,
                failures = 0, trouble = '', version = p.version + 1
            FROM free WHERE p.id = free.id RETURNING p.id
            """,
            [[claim.pk for claim in rows], [claim.version for claim in rows], nexts, left],
        )
        return {pk for (pk,) in cursor.fetchall()}


def _raise(claim: Claim, by: Acting, at: datetime) -> None:
    kind: Kind = kinds[claim.kind]
    late = at >= claim.due_at
    facts: dict[str, object] = {
        "kind": claim.kind,
        "slot": claim.slot,
        "promise": kind.worded(claim.facts),
        "due": claim.due_at.isoformat(),
        "due_words": spoken(claim.due_at),
    }
    if not late:
        facts["minutes"] = minutes_left(due=claim.due_at, at=at)
    write(events.LATE_RAISED if late else events.RAISED, claim.record, about=claim.about, facts=facts)
    if kind.alarm:
        kind.alarm(record=claim.record, slot=claim.slot, by=by, at=at)


@action
def push_forward(*, claim: Claim, failures: int, trouble: str, until: datetime, by: Acting, at: datetime) -> str:
    """A poisoned promise: its rule or its alarm failed. Try again at `until`, and say so in the ledger.

    `trouble` is the name of the error and nothing it says, which could be personal.
    """
    require(by, RAISE_ALARMS)
    found = Promise.objects.filter(pk=claim.pk, version=claim.version, state=State.OPEN)
    if not found.update(version=claim.version + 1, failures=failures, trouble=trouble, alarm_at=until):
        raise AlreadyDone
    facts = {"kind": claim.kind, "slot": claim.slot, "due": claim.due_at.isoformat(), "failures": failures}
    write(events.ALARM_FAILED, claim.record, about=claim.about, facts={**facts, "trouble": trouble})
    return claim.record
