"""Whether somebody may be interviewed now, and the breaks (Code C 11.15, 11.18, 12.3, 12.8, 13.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.custody.rules.facts import Decider
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


@dataclass(frozen=True, kw_only=True)
class Interview:
    """What stands at the moment somebody would be interviewed. None: not known.

    `fit`: as a healthcare professional or the custody officer found; None where nobody had a doubt.
    `wants_advice`: asked for legal advice; `advised`: has had it, or the delay is authorised or withdrawn in words.
    """

    adult_needed: bool
    adult_here: bool = False
    interpreter_needed: bool | None = None
    interpreter_here: bool = False
    wants_advice: bool | None = None
    advised: bool = False
    reminded_of_advice: bool = False
    fit: bool | None = None
    urgent_authority: bool = False


def may_interview(*, interview: Interview) -> Verdict:
    """Whether the interview may begin. A superintendent's authority for an urgent one (Code C 11.18) lifts
    the adult and the interpreter only.
    """
    who = [] if interview.urgent_authority else [_adult(interview), _interpreter(interview)]
    return every(*who, _advice(interview), _fit(interview))


def _adult(interview: Interview) -> Verdict:
    if interview.adult_needed and not interview.adult_here:
        return refused("Not without the appropriate adult.", "Code C 11.15", field="adult")
    return allowed()


def _interpreter(interview: Interview) -> Verdict:
    if interview.interpreter_needed is None:
        return refused("Ask first whether an interpreter is needed.", "Code C 13.2", field="interpreter")
    if interview.interpreter_needed and not interview.interpreter_here:
        return refused("Not without the interpreter.", "Code C 13.2", field="interpreter")
    return allowed()


def _advice(interview: Interview) -> Verdict:
    if interview.wants_advice and not interview.advised:
        return refused("Asked for legal advice and has not had it.", "Code C 6.6", field="advice")
    if not interview.reminded_of_advice:
        return refused("Remind the person of free legal advice first.", "Code C 11.2", field="reminded")
    return allowed()


def _fit(interview: Interview) -> Verdict:
    if interview.fit is False:
        return refused("Found not fit to be interviewed.", "Code C 12.3, Annex G", field="fit")
    return allowed()


def may_authorise_urgent(*, decider: Decider, law: Law, at: datetime) -> Verdict:
    """Whether this officer may authorise an interview without the adult or the interpreter (Code C 11.1, 11.18)."""
    rank = law.value("interviews.urgent_rank", on=local_day(at))
    return at_least(decider=decider, rank=rank.text, what="authorise an urgent interview", source=rank.source)


def break_due(*, began_at: datetime, breaks: Sequence[datetime], law: Law) -> Deadline:
    """When the next break for refreshment is due: about every two hours from the beginning or from the last break.

    `breaks`: when each break so far ended. Raises ValueError for one that ended before the interview began.
    """
    last = max([instant(began_at), *(instant(one) for one in breaks)])
    if any(instant(one) < instant(began_at) for one in breaks):
        raise ValueError("A break ended before the interview began.")
    value = law.value("interviews.break_every", on=local_day(began_at))
    due = last + value.span
    steps = (f"Interviewed since {spoken(last)}.", f"A break about every {in_words(value.span)}: {spoken(due)}.")
    return Deadline(due=due, because=steps, basis=value.source)


def break_long_enough(*, minutes: int, meal: bool, law: Law, at: datetime) -> Verdict:
    """Whether a break lasted as long as it should: at a meal time, or for refreshment."""
    value = law.value("interviews.meal_break" if meal else "interviews.short_break", on=local_day(at))
    if minutes < value.number:
        return refused(f"A break of {minutes} min; at least {value.number} min is due.", value.source, field="minutes")
    return allowed(f"{minutes} min.", value.source)
