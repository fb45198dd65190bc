"""Reviews of detention: when each is due and who may do it (PACE s.40, s.40A)."""

from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.rules import pauses
from bluelamp.custody.rules.facts import Decider, HospitalVisit
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


@dataclass(frozen=True, kw_only=True)
class Reviewing:
    """When detention was first authorised, and when each review was actually done, in order."""

    authorised_at: datetime
    done: tuple[datetime, ...] = ()
    hospital: tuple[HospitalVisit, ...] = ()


def due(*, reviewing: Reviewing, law: Law, at: datetime) -> tuple[Deadline, ...]:
    """When each review done was due, and last the next one. Raises ValueError for reviews not in order of time.

    The first 6 h after detention was first authorised, each next 9 h after the review before was done; after a
    late review as though it had been on time (s.40(3), (7)). Time at hospital is not counted (s.41(6)).
    """
    moments = [instant(each) for each in (reviewing.authorised_at, *reviewing.done)]
    if moments != sorted(moments):
        raise ValueError("Reviews are not in order of time, or one is before detention was authorised.")
    stretches = pauses.at_hospital(hospital=reviewing.hospital, at=at)
    found = [_first(reviewing, law, stretches)]
    for number, done in enumerate(reviewing.done, start=1):
        found.append(_next(number, done, found[-1], reviewing, law, stretches))
    return tuple(found)


def next_review(*, reviewing: Reviewing, law: Law, at: datetime) -> Deadline:
    """When the next review is due."""
    return due(reviewing=reviewing, law=law, at=at)[-1]


def _first(reviewing: Reviewing, law: Law, stretches: list[pauses.NotCounted]) -> Deadline:
    value = law.value("review.first", on=local_day(reviewing.authorised_at))
    when, steps = pauses.run(start=reviewing.authorised_at, span=value.span, not_counted=stretches)
    first = f"Detention first authorised: {spoken(reviewing.authorised_at)}."
    last = f"First review within {in_words(value.span)}: {spoken(when)}."
    return Deadline(due=when, because=(first, *steps, last), basis=value.source)


def _next(
    number: int, done: datetime, was: Deadline, reviewing: Reviewing, law: Law, stretches: list[pauses.NotCounted]
) -> Deadline:
    value = law.value("review.next", on=local_day(reviewing.authorised_at))
    late = instant(done) > was.due
    start = was.due if late else instant(done)
    when, steps = pauses.run(start=start, span=value.span, not_counted=stretches)
    first = f"Review {number} done {spoken(done)}, due {spoken(was.due)}."
    if late:
        first += " It was late, so the next is timed as though it had been on time (PACE s.40(7))."
    last = f"Review {number + 1} within {in_words(value.span)} of {spoken(start)}: {spoken(when)}."
    return Deadline(due=when, because=(first, *steps, last), basis=value.source)


def may_review(*, decider: Decider, charged: bool, law: Law, at: datetime) -> Verdict:
    """Who may review: charged, a custody officer; not charged, an inspector or above who is not involved."""
    if charged:
        words = "After charge the custody officer reviews"
        source = "PACE s.40(1)(a)"
        if decider.custody_officer:
            return allowed(f"{words}.", source)
        return refused(f"{words}; this officer is not one.", source, field="decider")
    value = law.value("review.rank", on=local_day(at))
    ranked = at_least(decider=decider, rank=value.text, what="review detention before charge", source=value.source)
    return every(ranked, _independent(decider, value.source))


def may_review_by(*, method: str, no_live_link_because: str, law: Law, at: datetime) -> Verdict:
    """How a review may be held: in person, by live link (s.45A), or by telephone with the reason for no live link."""
    value = law.value("review.methods", on=local_day(at))
    if method not in value.items:
        named = ", ".join(str(each).replace("_", " ") for each in value.items)
        return refused(f"A review is held in one of these ways: {named}.", value.source, field="method")
    if method != "telephone" or no_live_link_because.strip():
        return allowed()
    words = "By telephone only where a live link is not practicable: say why it is not."
    return refused(words, "PACE s.40A(2)", field="no_live_link_because")


def was_heard(*, heard: str, representations: str, law: Law, at: datetime) -> Verdict:
    """Before a review the person, unless asleep or unfit, or their solicitor is offered to speak (s.40(12) to (14)).

    `heard`: made, none_made, asleep, unfit (by reason of condition or behaviour); "" where it was not written down.
    """
    value = law.value("review.heard", on=local_day(at))
    if heard and heard not in value.items:
        named = ", ".join(str(each).replace("_", " ") for each in value.items)
        return refused(f"Representations: one of {named}.", value.source, field="heard")
    if heard == "made" and not representations.strip():
        return refused("Write what was said.", "PACE s.40(12), Code C 15.3", field="representations")
    if heard == "none_made" and representations.strip():
        return refused("Words are written, so something was said.", "Code C 15.3", field="heard")
    return allowed()


def _independent(decider: Decider, source: str) -> Verdict:
    if decider.involved:
        words = "A review needs an officer who has not been directly involved in the investigation."
        return refused(words, source, field="decider")
    return allowed()


def may_review_by_telephone(*, live_link_practicable: bool) -> Verdict:
    """A review by telephone is allowed unless one by live link is reasonably practicable (PACE s.40A)."""
    if live_link_practicable:
        return refused("A live link is practicable, so the review is not done by telephone.", "PACE s.40A(2)")
    return allowed("A review by telephone may be done.", "PACE s.40A(1)")


def may_postpone(*, reason: str, words: str, law: Law, at: datetime) -> Verdict:
    """A review may be postponed only for a reason the law names, put on record in words (PACE s.40(4) to (6))."""
    value = law.value("review.postponement_reasons", on=local_day(at))
    if reason not in value.items:
        named = ", ".join(str(each).replace("_", " ") for each in value.items)
        return refused(f"A review is postponed only for one of: {named}.", value.source, field="reason")
    if not words.strip():
        return refused("The reason for the delay is recorded in words.", "PACE s.40(6)", field="words")
    return allowed("Postponed; review as soon as practicable. Later reviews keep their times.", "PACE s.40(4), (7)")
