"""Rights of a detained person: delaying them, and who needs an appropriate adult (PACE s.56, s.58; Code C)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bluelamp.custody.rules import detention_clock
from bluelamp.custody.rules.facts import Decider, Detention
from bluelamp.custody.rules.ranks import at_least
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import add_months
from bluelamp.verdict import Reason, Verdict, allowed, every, refused


class Right(StrEnum):
    """A right that can be delayed."""

    SOMEONE_INFORMED = "someone_informed"
    LEGAL_ADVICE = "legal_advice"


def delay_ends(*, detention: Detention, law: Law, at: datetime) -> Deadline | None:
    """The longest a right may be delayed: 36 h from the relevant time; None while the clock has not started."""
    value = law.value("rights.longest_delay", on=detention_clock.law_day(detention.arrest))
    return detention_clock.mark(detention=detention, law=law, at=at, span=value.span, basis=value.source)


def may_delay(
    *, right: Right, decider: Decider, detention: Detention, indictable: bool, grounds: tuple[str, ...], law: Law,
    at: datetime,
) -> Verdict:  # fmt: skip
    """Whether a right may be delayed now: indictable offence, a ground of Annex B, rank, within 36 h."""
    rank = law.value(f"rights.{right}_rank", on=local_day(at))
    known = law.value("rights.delay_grounds", on=local_day(at))
    what = "delay legal advice" if right is Right.LEGAL_ADVICE else "delay telling someone"
    ranked = at_least(decider=decider, rank=rank.text, what=what, source=rank.source)
    offence = allowed() if indictable else refused("A right is delayed only for an indictable offence.", rank.source)
    lawful = bool(grounds) and not set(grounds) - set(known.items)
    ground = allowed() if lawful else refused("Give a ground of Annex B.", known.source, field="grounds")
    return every(ranked, offence, ground, _still(delay_ends(detention=detention, law=law, at=at), at))


def _still(ends: Deadline | None, at: datetime) -> Verdict:
    if ends and ends.overdue(at):
        return refused(f"The longest delay ended {spoken(ends.due)}.", ends.basis, field="at")
    return allowed()


@dataclass(frozen=True, kw_only=True)
class Looking:
    """What is known of age and vulnerability. None means not known; `vulnerable_words`: what was seen or told."""

    appears_under_18: bool | None
    born_on: date | None = None
    clear_evidence_adult: bool = False
    vulnerable: bool | None = None
    vulnerable_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Need:
    """Whether something is needed, with the reasons."""

    needed: bool
    because: tuple[Reason, ...]


def appropriate_adult(*, looking: Looking, law: Law, at: datetime) -> Need:
    """Whether an appropriate adult must be called (Code C 1.4 to 1.7, 3.15).

    Under 18 by date of birth, or appearing so without clear evidence of being older, or vulnerable. Not known
    is never taken for "adult" nor for "not vulnerable": it is asked, and until then an adult is needed.
    """
    reasons = [*_by_age(looking, law, local_day(at)), *_by_vulnerability(looking)]
    if reasons:
        return Need(needed=True, because=tuple(reasons))
    return Need(needed=False, because=(Reason(words="An adult, and not vulnerable.", source="Code C 1.4, 1.5"),))


def _by_age(looking: Looking, law: Law, today: date) -> list[Reason]:
    value = law.value("rights.adult_from_age", on=today)
    if looking.born_on and today < add_months(looking.born_on, 12 * value.number):
        return [Reason(words=f"Under {value.number} by date of birth.", source=value.source)]
    if looking.appears_under_18 and not looking.clear_evidence_adult:
        words = f"Appears under {value.number}, and there is no clear evidence of being older."
        return [Reason(words=words, source=value.source)]
    if looking.appears_under_18 is None and looking.born_on is None:
        return [Reason(words="Age is not known, so treated as a child until it is.", source=value.source)]
    return []


def _by_vulnerability(looking: Looking) -> list[Reason]:
    if looking.vulnerable is None:
        return [Reason(words="Whether vulnerable is not known yet.", source="Code C 1.4, 1.13(d)")]
    if looking.vulnerable:
        return [Reason(words=looking.vulnerable_words.strip() or "Vulnerable.", source="Code C 1.13(d)")]
    return []
