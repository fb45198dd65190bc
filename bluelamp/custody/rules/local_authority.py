"""A charged child refused bail goes to local authority accommodation, unless lawfully certified (PACE s.38(6))."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused


class Ground(StrEnum):
    """The two lawful grounds of the certificate."""

    IMPRACTICABLE = "impracticable"
    NO_SECURE_PLACE = "no_secure_place"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request to a local authority. `offered` is None while it has not answered."""

    asked_at: datetime
    secure: bool
    offered: bool | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Child:
    """A charged child refused bail. `age` in years; None where not known, which is never taken for twelve or over."""

    age: int | None
    asked: tuple[Asked, ...] = ()
    bail_refused: bool = True


def may_certify(*, child: Child, ground: Ground, words: str, law: Law, at: datetime) -> Verdict:
    """Whether the certificate may be made that the child could not be moved (PACE s.38(6), (6A), (7)).

    Refused without a request and its answer, without words, and on the second ground for a child under 12, one whose
    age is not known, or where secure accommodation was not asked for or was offered.
    """
    known = law.value("children.certificate_grounds", on=local_day(at))
    lawful = allowed() if ground in known.items else refused("Not a ground of law.", known.source, field="ground")
    stated = allowed() if words.strip() else refused("Say why, in words for the court.", known.source, field="words")
    return every(_kept(child), lawful, _answered(child, at), _secure(child, law, at, ground), stated)


def _kept(child: Child) -> Verdict:
    if not child.bail_refused:
        return refused("Bail is not refused: there is nothing to certify.", "PACE s.38(6)")
    return allowed()


def _answered(child: Child, at: datetime) -> Verdict:
    if not child.asked:
        return refused("Ask the local authority for accommodation first.", "PACE s.38(6)", field="ground")
    late = [one for one in child.asked if one.asked_at > at]
    if late:
        return refused(f"The request at {spoken(late[0].asked_at)} has not come yet.", "Order of events")
    if all(one.offered is None for one in child.asked):
        return refused("The local authority has not answered yet.", "PACE s.38(6)", field="ground")
    return allowed()


def _secure(child: Child, law: Law, at: datetime, ground: Ground) -> Verdict:
    if ground is not Ground.NO_SECURE_PLACE:
        return allowed()
    value = law.value("children.secure_from_age", on=local_day(at))
    if child.age is None:
        return refused(f"The age is not known, and this ground is only for {value.number} and over.", value.source)
    if child.age < value.number:
        return refused(f"This ground is only for a child of {value.number} or over.", value.source, field="ground")
    if not any(one.secure and one.offered is False for one in child.asked):
        words = "Secure accommodation must have been asked for and not be available."
        return refused(words, value.source, field="ground")
    if any(one.secure and one.offered for one in child.asked):
        return refused("Secure accommodation was offered: the child is moved there.", value.source, field="ground")
    return allowed()


def ask_by(*, refused_at: datetime, law: Law) -> Deadline:
    """By when accommodation is asked for after bail is refused: at once; the minutes are force policy."""
    value = law.value("children.ask_within", on=local_day(refused_at))
    return span_after(refused_at, value.span, basis=value.source, event="Bail refused")
