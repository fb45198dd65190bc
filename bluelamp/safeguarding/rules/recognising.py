"""Whether what was reported is domestic abuse, and who besides is a victim of it (D1, D2). What is missing is asked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.people.rules.personal_connection import Pair, Tie, child_is_victim, personally_connected
from bluelamp.verdict import Reason

_SOURCE = "Domestic Abuse Act 2021 ss.1-2"
_CHILDREN = "Domestic Abuse Act 2021 s.3"


class Behaviour(StrEnum):
    """What makes behaviour abusive; once is enough, and it may be aimed at a child or another person."""

    PHYSICAL = "physical"
    SEXUAL = "sexual"
    THREATENING = "threatening"
    CONTROLLING = "controlling"
    ECONOMIC = "economic"
    EMOTIONAL = "emotional"
    OTHER = "other"

    @property
    def words(self) -> str:
        return _BEHAVIOUR[self]


_BEHAVIOUR = {
    Behaviour.PHYSICAL: "Violence",
    Behaviour.SEXUAL: "Sexual abuse",
    Behaviour.THREATENING: "Threats",
    Behaviour.CONTROLLING: "Control or coercion",
    Behaviour.ECONOMIC: "Money or things taken, kept or controlled",
    Behaviour.EMOTIONAL: "Psychological or emotional abuse",
    Behaviour.OTHER: "Other abuse",
}


class Finding(StrEnum):
    """What the facts amount to."""

    DOMESTIC_ABUSE = "domestic_abuse"
    NOT_DOMESTIC = "not_domestic"
    CHILD_SAFEGUARDING = "child_safeguarding"
    ASK = "ask"

    @property
    def words(self) -> str:
        return _FINDING[self]


_FINDING = {
    Finding.DOMESTIC_ABUSE: "Domestic abuse",
    Finding.NOT_DOMESTIC: "Not domestic abuse in law",
    Finding.CHILD_SAFEGUARDING: "A matter of child safeguarding",
    Finding.ASK: "Still to be asked",
}


@dataclass(frozen=True, kw_only=True)
class Two:
    """Two people: least ages in whole years, ties and behaviour; None for what was not asked or is not known."""

    age_a: int | None = None
    age_b: int | None = None
    ties: frozenset[Tie] | None = None
    behaviour: frozenset[Behaviour] | None = None


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """What it amounts to, why, and what is still to be asked. Until that is known it is treated as domestic abuse."""

    finding: Finding
    treated_as_domestic: bool
    reasons: tuple[Reason, ...] = ()
    ask: tuple[str, ...] = ()


def recognise(*, two: Two) -> Recognised:
    """Domestic abuse where both are 16 or over, personally connected, and the behaviour is abusive (D1).

    A fact that settles the matter settles it; otherwise whatever is missing is asked for, never guessed.
    """
    against = _settled_against(two)
    if against:
        return against
    missing = tuple(words for words, given in _asked(two) if given is None)
    if missing:
        return Recognised(finding=Finding.ASK, treated_as_domestic=True, ask=missing)
    pair = Pair(age_a=two.age_a, age_b=two.age_b, ties=two.ties or frozenset())
    return Recognised(
        finding=Finding.DOMESTIC_ABUSE, treated_as_domestic=True, reasons=personally_connected(pair).reasons
    )


def child_referral_due(law: Law, *, at: datetime) -> Deadline:
    """By when children's services have the referral of somebody under 16, from the instant `at` at which it showed that
    the matter is one of child safeguarding; elapsed hours. Children Act 2004 s.11; the hours are force policy.
    """
    value = law.value("child.refer_within", on=local_day(at))
    return span_after(at, value.span, basis=value.source, event="Known to be under 16")


def _settled_against(two: Two) -> Recognised | None:
    if two.ties is not None and not any(tie.connects for tie in two.ties):
        return _not(Finding.NOT_DOMESTIC, "Not personally connected: sharing a home is not enough.")
    if two.behaviour is not None and not two.behaviour:
        return _not(Finding.NOT_DOMESTIC, "No abusive behaviour was described.")
    if any(age is not None and age < 16 for age in (two.age_a, two.age_b)):
        return _not(Finding.CHILD_SAFEGUARDING, "One of them is under 16: a matter of child safeguarding instead.")
    return None


def _not(finding: Finding, words: str) -> Recognised:
    reason = Reason(words=words, source=_SOURCE)
    return Recognised(finding=finding, treated_as_domestic=False, reasons=(reason,))


def _asked(two: Two) -> tuple[tuple[str, object], ...]:
    return (
        ("How are they connected, now or before?", two.ties),
        ("How old is the person harmed?", two.age_a),
        ("How old is the other person?", two.age_b),
        ("What was done or threatened?", two.behaviour),
    )


@dataclass(frozen=True, kw_only=True)
class Child:
    """A child in it. `affected`: sees, hears or feels the effects; `related`: to either of the two. None: not known."""

    age: int | None = None
    affected: bool | None = None
    related: bool | None = None


@dataclass(frozen=True, kw_only=True)
class ChildRecognised:
    """Whether the child is a victim in its own right, why, and what is still to be asked."""

    is_victim: bool
    reasons: tuple[Reason, ...]
    ask: tuple[str, ...] = ()


def child(*, child: Child) -> ChildRecognised:
    """A child under 18 who is affected and related is a victim with an own record; in doubt treated as one (D2).

    It need not have been present, and no crime need have been recorded.
    """
    verdict = child_is_victim(
        age=child.age,
        sees_hears_or_feels_it=child.affected is not False,
        related_to_either=child.related is not False,
    )
    questions = (
        ("How old is the child?", child.age),
        ("Does the child see, hear or feel what goes on?", child.affected),
        ("Is the child related to either of them?", child.related),
    )
    missing = tuple(words for words, given in questions if given is None) if verdict.allowed else ()
    doubt = (Reason(words="Treated as a victim until that is known.", source=_CHILDREN),) if missing else ()
    return ChildRecognised(is_victim=verdict.allowed, reasons=(*verdict.reasons, *doubt), ask=missing)
