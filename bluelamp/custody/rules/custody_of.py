"""In whose custody somebody is: handed over, reported back, never a gap and never two at once (PACE s.39)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from bluelamp.deadlines.instants import instant, spoken
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "PACE s.39(1) to (3)"


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A stretch of time in one officer's custody; `ended_at` None while it lasts."""

    who: str
    began_at: datetime
    ended_at: datetime | None = None


def unbroken(*, stretches: Iterable[Stretch], arrested_at: datetime, left_at: datetime | None = None) -> Verdict:
    """Whether somebody was responsible at every instant from arrest to leaving, and never two at once (PACE s.39).

    `left_at` None while the person is still in custody: the last stretch must then be open. Every gap and every
    overlap is named with its times.
    """
    found = sorted(stretches, key=lambda each: instant(each.began_at))
    if not found:
        return refused("Nobody is responsible for this person.", SOURCE)
    ends = [_first(found[0], arrested_at), _last(found[-1], left_at)]
    return every(ends[0], *(_join(one, two) for one, two in pairwise(found)), ends[1])


def _first(stretch: Stretch, arrested_at: datetime) -> Verdict:
    if instant(stretch.began_at) == instant(arrested_at):
        return allowed()
    return refused(f"Nobody from {spoken(arrested_at)} to {spoken(stretch.began_at)}.", SOURCE)


def _last(stretch: Stretch, left_at: datetime | None) -> Verdict:
    if (stretch.ended_at and instant(stretch.ended_at)) == (left_at and instant(left_at)):
        return allowed()
    until = spoken(stretch.ended_at) if stretch.ended_at else "still now"
    left = spoken(left_at) if left_at else "still here"
    return refused(f"{stretch.who}: {until}; the person: {left}.", SOURCE)


def _join(one: Stretch, two: Stretch) -> Verdict:
    if one.ended_at is None or instant(one.ended_at) > instant(two.began_at):
        return refused(f"Two at once from {spoken(two.began_at)}: {one.who} and {two.who}.", SOURCE)
    if instant(one.ended_at) < instant(two.began_at):
        return refused(f"Nobody from {spoken(one.ended_at)} to {spoken(two.began_at)}.", SOURCE)
    return allowed()


def may_hand_over(*, with_custody_officer: bool, since: datetime, reason: str, at: datetime) -> Verdict:
    """Whether the custody officer may hand the person to an interviewer or escort, who is then responsible (s.39(2)).

    `since` is when the present custody began.
    """
    if not with_custody_officer:
        words = "Not in the custody officer's hands: they are first brought back, with the report."
        return refused(words, "PACE s.39(2), (3)")
    if instant(at) < instant(since):
        return refused(f"They came into this custody only {spoken(since)}.", "Order of events", field="at")
    if not reason.strip():
        return refused("Say what for.", "PACE s.39(2)", field="why")
    return allowed("From then on that officer answers for how they are treated.", "PACE s.39(2)(b)")


def may_take_back(*, with_custody_officer: bool, complied: bool | None, report: str) -> Verdict:
    """Whether a return is complete: the officer reports how PACE and the Codes were kept meanwhile (s.39(3))."""
    if with_custody_officer:
        return refused("They are with the custody officer: nobody has to bring them back.", "PACE s.39(3)")
    if complied is None:
        return refused("Say whether the Act and the Codes were kept.", "PACE s.39(3)", field="complied")
    if not report.strip():
        return refused("Write what the officer reported.", "PACE s.39(3)", field="report")
    return allowed("Back with the custody officer.", "PACE s.39(3)")
