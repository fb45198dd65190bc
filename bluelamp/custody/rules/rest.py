"""Rest: eight hours together in each 24, what may break them, and when a fresh eight are owed (Code C 12.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import between, in_words, later
from bluelamp.deadlines.instants import as_local, instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused

REASONS = {
    "risk": "Risk of harm to people, or of serious loss of or damage to property",
    "delay": "Release would be delayed unnecessarily",
    "prejudice": "The outcome of the investigation would be prejudiced",
    "request": "Asked for by the person, their appropriate adult or solicitor",
    "duties": "Review, extension or care duties of sections 9 and 15",
    "medical": "On medical advice",
}
"""Why rest may be broken, by code: (a) the first three, (b) the fourth, (c) the last two."""


@dataclass(frozen=True, kw_only=True)
class Break:
    """An interruption of rest; `over_at` None while it lasts."""

    began_at: datetime
    reason: str
    over_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Rest:
    """One rest, with what broke it; `ended_at` None while it lasts."""

    began_at: datetime
    ended_at: datetime | None = None
    breaks: tuple[Break, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Resting:
    """What rest depends on. `arrested_at_station_at`: a voluntary attender's arrest, from which their 24 h run."""

    arrived_at: datetime
    arrested_at_station_at: datetime | None = None
    rests: tuple[Rest, ...] = ()


def period(*, resting: Resting, law: Law, at: datetime) -> tuple[datetime, datetime]:
    """The 24 hours now running, counted on from arrival; from the arrest for a voluntary attender (Code C 12.2)."""
    began = instant(resting.arrested_at_station_at or resting.arrived_at)
    span = law.value("rest.period", on=local_day(began)).span
    began += max(between(began, at) // span, 0) * span
    return began, began + span


def full_at(*, rest: Rest, law: Law) -> Deadline | None:
    """When this rest holds its eight hours together; None while a break lasts, or where it ended before.

    A break for (a) harm, delay of release or prejudice starts a fresh period when it is over. One for (b) a request or
    (c) duties of sections 9 and 15 or medical advice does not; its own length is no rest and is added.
    """
    value = law.value("rest.length", on=local_day(rest.began_at))
    fresh = law.value("rest.fresh_after", on=local_day(rest.began_at))
    due = later(rest.began_at, value.span)
    steps = [f"Rest began {spoken(rest.began_at)}."]
    for one in sorted(rest.breaks, key=lambda each: each.began_at):
        if instant(one.began_at) >= due:
            break
        if one.over_at is None:
            return None
        if one.reason in fresh.items:
            due = later(one.over_at, value.span)
            steps.append(f"Broken for {one.reason}: a fresh {in_words(value.span)} from {spoken(one.over_at)}.")
        else:
            due += between(one.began_at, one.over_at)
            steps.append(f"Broken for {one.reason} for {in_words(between(one.began_at, one.over_at))}: goes on.")
    if rest.ended_at and instant(rest.ended_at) < due:
        return None
    return Deadline(due=due, because=(*steps, f"Full {spoken(due)}."), basis=value.source)


def had(*, resting: Resting, law: Law, at: datetime) -> bool:
    """Whether the eight hours were had in the 24 hours now running."""
    return _full_in(resting, law, at, period(resting=resting, law=law, at=at))


def _full_in(resting: Resting, law: Law, at: datetime, span: tuple[datetime, datetime]) -> bool:
    full = (full_at(rest=rest, law=law) for rest in resting.rests)
    return any(one and span[0] < one.due <= min(span[1], instant(at)) for one in full)


def begin_by(*, resting: Resting, law: Law, at: datetime) -> Deadline:
    """By when a rest must begin, so that eight hours together fit into the 24 now running, or into the next where had.

    A rest that is running, or a break that is not over, changes nothing here: it may still be broken for (a).
    """
    began, ends = period(resting=resting, law=law, at=at)
    value = law.value("rest.length", on=local_day(began))
    span = law.value("rest.period", on=local_day(began)).span
    steps = [f"24 hours from {spoken(began)}."]
    if _full_in(resting, law, at, (began, ends)):
        ends += span
        steps.append(f"Eight hours were had in them; the next end {spoken(ends)}.")
    due = ends - value.span
    steps.append(f"{in_words(value.span)} before they end {spoken(ends)}: {spoken(due)}.")
    return Deadline(due=due, because=tuple(steps), basis=value.source)


def may_break(*, reason: str, words: str, law: Law, at: datetime) -> Verdict:
    """Whether rest may be broken: only for a reason that Code C 12.2 names, and in words."""
    value = law.value("rest.fresh_after", on=local_day(at))
    other = law.value("rest.not_fresh_after", on=local_day(at))
    if reason not in (*value.items, *other.items):
        return refused("Rest is not broken for that: choose a reason of Code C 12.2.", "Code C 12.2", field="reason")
    if not words.strip():
        return refused("Say what happened.", "Code C 12.2", field="words")
    if reason in value.items:
        length = in_words(law.value("rest.length", on=local_day(at)).span)
        return allowed(f"A fresh {length} is owed once this is over.", value.source)
    return allowed("The rest goes on once this is over.", other.source)


def possible(*, began_at: datetime, ended_at: datetime | None, rests: Sequence[Rest], at: datetime) -> Verdict:
    """Whether a rest so timed can be written: not to come, not backwards, not over another."""
    if instant(began_at) > instant(at) or (ended_at and instant(ended_at) > instant(at)):
        return refused("This time is still to come.", "Order of events", field="began_at")
    if ended_at and instant(ended_at) <= instant(began_at):
        return refused("The rest ended before it began.", "Order of events", field="ended_at")
    for other in rests:
        if other.ended_at is None or instant(other.ended_at) > instant(began_at):
            words = f"A rest that began {spoken(other.began_at)} is written already."
            return refused(words, "Order of events", field="began_at")
    return allowed()


def at_night(*, began_at: datetime, law: Law) -> Verdict:
    """Whether the middle of the rest lies in the night, which is when it is had; a warning, never a bar."""
    value = law.value("rest.night", on=local_day(began_at))
    opens, closes = value.items
    length = law.value("rest.length", on=local_day(began_at)).span
    middle = as_local(later(began_at, length / 2)).hour
    if middle >= opens or middle < closes:
        return allowed("At night.", value.source)
    return refused(f"Not at night, {opens}:00 to {closes}:00: rest is normally then.", value.source)
