"""Who is called out, in which order: on call for the unit, on call for any, then of the unit with a duty tomorrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.elapsed import between
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.duty.rules.duties import DAY, Duty, force_day, is_night


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody who might be called: their unit, and their duties and calls of some days around the instant.

    `away`: today, for whatever reason. `fits`: not restricted from what the unit does, and trained for it.
    """

    officer: int
    unit: str
    duties: Sequence[Duty] = ()
    away: bool = False
    fits: bool = True


def in_line(unit: str, candidates: Sequence[Candidate], *, at: datetime, law: Law) -> list[int]:
    """Everybody who may be called for a unit at `at`, by their key, first who is called first.

    Nobody who is away or on duty, and beyond those on call nobody who has not had their rest since the last duty or is
    between two nights (Working Time Regulations 1998 reg. 10(1); the order is force policy).
    """
    able = [one for one in candidates if not one.away and not _on_duty(one, at)]
    own = [one for one in able if _calls(one, at) == unit]
    others = [one for one in able if _calls(one, at) not in ("", unit)]
    tomorrow = [one for one in able if one.unit == unit and one.fits and not _calls(one, at) and _free(one, at, law)]
    last = sorted(tomorrow, key=lambda one: (-_next(one, at).begins.timestamp(), one.officer))
    return [one.officer for one in (*own, *others, *last)]


def _on_duty(one: Candidate, at: datetime) -> bool:
    return any(duty.begins <= at < duty.ends for duty in one.duties if not duty.on_call)


def _calls(one: Candidate, at: datetime) -> str:
    """The unit for which they are on call now, "" where they are not."""
    return next((duty.unit for duty in one.duties if duty.on_call and duty.begins <= at < duty.ends), "")


def _free(one: Candidate, at: datetime, law: Law) -> bool:
    """A duty begins on the next force day, the last is over by the daily rest, and they are not between nights."""
    worked = sorted((duty for duty in one.duties if not duty.on_call), key=lambda duty: duty.begins)
    before = [duty for duty in worked if duty.ends <= at]
    after = [duty for duty in worked if duty.begins > at]
    today = force_day(at, law)
    if not after or force_day(after[0].begins, law) != today + DAY:
        return False
    if not before:
        return True
    rest = law.value("rest.between_duties", on=local_day(at)).span
    between_nights = is_night(before[-1], law) and is_night(after[0], law)
    return between(before[-1].ends, at) >= rest and not between_nights


def _next(one: Candidate, at: datetime) -> Duty:
    return min((duty for duty in one.duties if not duty.on_call and duty.begins > at), key=lambda duty: duty.begins)
