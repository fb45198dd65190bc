"""A charged child refused bail goes to local authority accommodation (PACE s.38(6), (6A); Code C 16.7)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "PACE s.38(6)"


class Ground(StrEnum):
    """Why a child is kept at the station all the same; nothing else will do."""

    IMPRACTICABLE = "impracticable"
    NO_SECURE_PLACE = "no_secure_place"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the local authority was asked and answered. `secure`: secure accommodation was asked for.
    `offered`: whether it offered what was asked; None: no answer yet."""

    at: datetime
    secure: bool
    answered_at: datetime | None = None
    offered: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Certifying:
    """A certificate to be produced to the court. `age` in whole years, None: not known. `asked`: requests, in order.
    `serious_harm_words`: why other accommodation would not protect the public from serious harm."""

    ground: Ground
    age: int | None
    asked: tuple[Asked, ...]
    words: str
    serious_harm_words: str = ""


def accommodation_asked_by(*, refused_bail_at: datetime, law: Law) -> Deadline:
    """By when the local authority is asked: at once; the minutes are policy."""
    value = law.value("children.ask_within", on=local_day(refused_bail_at))
    due = instant(refused_bail_at) + value.span
    steps = (
        f"A child was charged and refused bail {spoken(refused_bail_at)}.",
        f"The local authority is asked within {in_words(value.span)}: {spoken(due)}.",
    )
    return Deadline(due=due, because=steps, basis=value.source)


def may_certify(*, certifying: Certifying, law: Law, at: datetime) -> Verdict:
    """Whether a child may be kept at the station with a certificate.

    It needs a request with its time, the answer, and one of two grounds: it is impracticable to move the child, or the
    child has reached the age the law names, no secure accommodation is available and other accommodation would not
    adequately protect the public from serious harm.
    """
    words = allowed() if certifying.words.strip() else refused("Say why in words for the court.", SOURCE, field="words")
    if not certifying.asked:
        ask = refused("Ask the local authority first, with the time and what was asked for.", SOURCE, field="asked")
        return every(ask, words)
    if certifying.ground is Ground.IMPRACTICABLE:
        return words
    return every(words, _old_enough(certifying, law, at), _none_secure(certifying), _harm(certifying))


def _old_enough(certifying: Certifying, law: Law, at: datetime) -> Verdict:
    value = law.value("children.secure_from_age", on=local_day(at))
    if certifying.age is None:
        return refused("The age is not known: it must be, for this ground.", value.source, field="age")
    if certifying.age < value.number:
        return refused(
            f"Only from the age of {value.number}; this child is {certifying.age}.", value.source, field="age"
        )
    return allowed()


def _none_secure(certifying: Certifying) -> Verdict:
    answers = [one for one in certifying.asked if one.secure]
    if not answers:
        return refused("Secure accommodation was not asked for.", "PACE s.38(6)(b)", field="asked")
    if answers[-1].offered is None:
        return refused("The local authority has not answered yet.", "PACE s.38(6)(b)", field="asked")
    if answers[-1].offered:
        return refused("Secure accommodation was offered: the child is moved there.", "PACE s.38(6)(b)", field="asked")
    return allowed()


def _harm(certifying: Certifying) -> Verdict:
    if certifying.serious_harm_words.strip():
        return allowed()
    words = "Say why other accommodation would not protect the public from serious harm."
    return refused(words, "PACE s.38(6)(b), (6A)", field="serious_harm_words")
