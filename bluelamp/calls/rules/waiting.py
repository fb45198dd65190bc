"""What may be agreed with a caller who waits, and what is written of a delay (C7, C14, C15)."""

from datetime import datetime, timedelta
from enum import StrEnum

from bluelamp.calls.rules.grading import Grade
from bluelamp.deadlines.elapsed import between
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

_SLOT = "Grade policy C7"
_DELAY = "Grade policy C14"


class Told(StrEnum):
    """Whether the caller was told of a delay: four different answers."""

    YES = "yes"
    NOT_REACHED = "not_reached"
    NOT_TRIED = "not_tried"
    NOT_SAFE = "not_safe"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Told.YES: "The caller was rung and told.",
    Told.NOT_REACHED: "The caller was rung and not reached.",
    Told.NOT_TRIED: "The caller was not rung yet.",
    Told.NOT_SAFE: "It is not safe to ring the caller.",
}


def may_agree(law: Law, *, grade: str, is_open: bool, slot: datetime, at: datetime) -> Verdict:
    """Allowed for an open Scheduled incident and a time ahead, within `calls.slot.ahead` days of `at`.

    `slot` and `at` are instants with a zone; `grade` is "" where none is decided yet.
    """
    return every(_still_open(is_open, _SLOT), _is_scheduled(grade), _is_ahead(law, slot, at))


def may_note_delay(*, is_open: bool, somebody_came: bool, cannot_speak_freely: bool, told: Told, why: str) -> Verdict:
    """Allowed while nobody has come, with a reason. Who cannot speak freely is not rung: it would be heard (C15)."""
    return every(
        _still_open(is_open, _DELAY),
        refused("Somebody is at scene already.", _DELAY) if somebody_came else allowed(),
        allowed() if why.strip() else refused("Say why nobody is there yet.", _DELAY, field="why"),
        refused("This caller cannot speak freely: do not ring back.", "Call log C15", field="told")
        if cannot_speak_freely and told in (Told.YES, Told.NOT_REACHED)
        else allowed(),
    )


def _still_open(is_open: bool, source: str) -> Verdict:
    return allowed() if is_open else refused("This incident is closed.", source)


def _is_scheduled(grade: str) -> Verdict:
    if grade == Grade.SCHEDULED:
        return allowed()
    said = Grade(grade).words if grade else "not graded yet"
    return refused(f"Only a Scheduled incident has an agreed time; this one is {said}.", _SLOT)


def _is_ahead(law: Law, slot: datetime, at: datetime) -> Verdict:
    days = law.value("calls.slot.ahead", on=local_day(at)).number
    if between(at, slot) <= timedelta(0):
        return refused("Agree a time that is still ahead.", _SLOT, field="slot")
    if between(at, slot) > timedelta(days=days):
        return refused(f"Agree a time within {days} days.", _SLOT, field="slot")
    return allowed()
