"""A copy of the custody record: who may have one, until when, and by when it is given (P21; Code C 2.4, 2.4A)."""

from datetime import date, datetime, timedelta

from bluelamp.deadlines.counting import months_after, span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused

SUSPECT_SIDE = frozenset({"detainee", "solicitor", "appropriate_adult"})
"""Those who may have a copy by right; what would lead to a victim is left out of what they get (D10)."""


def right_ends(*, released_at: datetime, law: Law) -> Deadline:
    """The end of the last day on which a copy may be asked for: the same day of the month, so many months on."""
    value = law.value("copy.months", on=local_day(released_at))
    return months_after(local_day(released_at), value.number, basis=value.source, event="Left detention")


def give_by(*, asked_at: datetime, law: Law) -> Deadline:
    """By when a copy asked for is given: as soon as practicable; the days are the force's own."""
    value = law.value("copy.give_within", on=local_day(asked_at))
    return span_after(asked_at, timedelta(days=value.number), basis=value.source, event="A copy was asked for")


def may_have_copy(*, who: str, released_at: datetime | None, asked_at: datetime, law: Law) -> Verdict:
    """Whether the detained person, their solicitor or their appropriate adult may have a copy by right.

    While somebody is held the record is shown, and a copy given, as soon as practicable. After the months are over
    the right is gone, and the refusal says so.
    """
    if who not in SUSPECT_SIDE:
        words = "By right a copy goes to the person, their solicitor or their appropriate adult."
        return refused(words, "Code C 2.4A", field="who")
    if released_at is None:
        return allowed("Held: shown, and a copy given, as soon as practicable.", "Code C 2.4")
    ends = right_ends(released_at=released_at, law=law)
    if ends.overdue(asked_at):
        return refused(f"The right to a copy ended with {spoken_day(_last(ends.due))}.", ends.basis, field="who")
    return allowed(f"The right lasts to the end of {spoken_day(_last(ends.due))}.", ends.basis)


def _last(due: datetime) -> date:
    return local_day(due - timedelta(seconds=1))
