"""The first court after charge, of somebody kept in custody (PACE s.46; P33). Cases lists hearings by it too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.calendars import PACE_COURT
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import instant, local_day, spoken, spoken_day
from bluelamp.deadlines.months import end_of_day

BASIS = "PACE s.46(2), (8)"


@dataclass(frozen=True, kw_only=True)
class FirstCourt:
    """The first sitting after charge. `tell_court`: none on the day of charge or the next, so the court is told
    (s.46(3)); None where no sittings are known, and somebody must ask."""

    deadline: Deadline
    tell_court: bool | None


def first_court(*, charged_at: datetime, sittings: Sequence[datetime] | None = None) -> FirstCourt:
    """When a person charged and kept must be brought to court (PACE s.46(2), (3), (8)).

    `sittings`: when the local court starts to sit; None where not known, none where it does not. The first after
    charge counts. The next day is the next that is not Sunday, Christmas Day or Good Friday. With no sitting to go
    by, the end of that next day is given.
    """
    next_day = PACE_COURT.next_working(local_day(charged_at))
    steps = [f"Charged and kept: {spoken(charged_at)}."]
    for day, why in PACE_COURT.walk(local_day(charged_at), 1):
        steps.append(f"{spoken_day(day)}: {f'left out, {why}' if why else 'the next day for court'}.")
    later = sorted(instant(each) for each in sittings or () if instant(each) > instant(charged_at))
    if not later:
        return _none(end_of_day(next_day), steps, known=sittings is not None)
    tell = local_day(later[0]) > next_day
    steps.append(f"First sitting after charge: {spoken(later[0])}.")
    if tell:
        steps.append("None on the day of charge or the next: tell the court (PACE s.46(3)).")
    return FirstCourt(deadline=_deadline(later[0], steps), tell_court=tell)


def _none(due: datetime, steps: list[str], *, known: bool) -> FirstCourt:
    steps.append("No sitting: tell the court (PACE s.46(3))." if known else "Sittings are not known: ask the court.")
    return FirstCourt(deadline=_deadline(due, steps), tell_court=True if known else None)


def _deadline(due: datetime, steps: list[str]) -> Deadline:
    return Deadline(due=due, because=tuple(steps), basis=BASIS)
