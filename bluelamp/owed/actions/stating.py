"""Saying what is owed, and that it is kept, no longer owed, or ended undone. Only inside an action.

Everything said within one outermost action is buffered and written in one statement at its end.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bluelamp.owed.flushing import add, present
from bluelamp.owed.registry import Kind, kinds
from bluelamp.owed.rules.alarm_times import next_alarm

if TYPE_CHECKING:
    from bluelamp.deadlines.deadline import Deadline

EVERY_SLOT = "*"
"""As `slot`: every open promise of this kind for the record."""


def promise(
    kind: str | Kind,
    *,
    record: str,
    due: "Deadline | datetime",
    slot: str = "",
    began_at: datetime | None = None,
    facts: Mapping[str, Any] | None = None,
    words: Mapping[str, str] | None = None,
    about: Sequence[str] = (),
    unit: str = "",
) -> None:
    """State, or state again, that this is owed by `due`. A promise already kept, late or broken stays so.

    `facts` hold nothing personal; `words` hold the names and stay out of the ledger. One that was withdrawn is
    owed again.
    """
    kind = _declared(kind)
    when = due if isinstance(due, datetime) else due.due
    at = present()
    alarm_at = next_alarm(due=when, warnings=kind.warnings, at=at, at_once=kind.at_once)
    add(
        do="promise",
        kind=kind.name,
        record=record,
        slot=slot,
        due_at=when.isoformat(),
        began_at=(began_at or at).isoformat(),
        alarm_at=alarm_at.isoformat(),
        to=kind.to,
        acts=kind.acts,
        unit=unit,
        facts=dict(facts or {}),
        words=dict(words or {}),
        about=list(about),
        basis=kind.source if isinstance(due, datetime) else due.basis or kind.source,
        because=[] if isinstance(due, datetime) else list(due.because),
    )


def keep(kind: str | Kind, *, record: str, slot: str = "", at: datetime | None = None) -> None:
    """It was done at `at` (default: when the action happens): kept if by the due time, late if after it."""
    _settle("keep", kind, record, slot, at)


def withdraw(kind: str | Kind, *, record: str, slot: str = "", why: str = "", never_owed: bool = False) -> None:
    """No longer owed, so not counted. One already overdue counts as broken: a missed promise stays missed.

    `never_owed` is for a promise that the facts, put right, never made: it is not counted even when overdue.
    """
    _settle("withdraw", kind, record, slot, None, why=why, never_owed=never_owed)


def end(kind: str | Kind, *, record: str, slot: str = "") -> None:
    """It ended undone: broken."""
    _settle("end", kind, record, slot, None)


def _settle(do: str, kind: str | Kind, record: str, slot: str, at: datetime | None, **more: Any) -> None:
    add(do=do, kind=_declared(kind).name, record=record, slot=slot, at=(at or present()).isoformat(), **more)


def _declared(kind: str | Kind) -> Kind:
    return kind if isinstance(kind, Kind) else kinds[kind]
