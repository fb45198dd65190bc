"""Those called to a detained person: who may be an appropriate adult, and by when one is called and comes (P23)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.people.rules.names import holds_name
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Code C 1.7, Note 1B"


class Adult(StrEnum):
    """Who somebody is to the detained person, in the order in which they are asked."""

    PARENT = "parent"
    SOCIAL_WORKER = "social_worker"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """Somebody proposed as appropriate adult. None means not known. `age` in years; `police`: an officer or employed by
    the police; `involved`: suspected of it, its victim or a witness; `nearer_tried`: those before them were tried."""

    adult: Adult
    age: int | None = None
    police: bool | None = None
    involved: bool | None = None
    estranged_and_objected: bool = False
    nearer_tried: bool = False


@dataclass(frozen=True, kw_only=True)
class Part:
    """The part that somebody on record has in the case: "a victim", "a witness", "a suspect"."""

    name: str
    part: str


def on_record(
    *, who: str, person: int | None, detained: int, parts: Mapping[int, Part], another: bool = False
) -> Verdict:
    """Whether what is recorded stands against this person being the appropriate adult (Code C Note 1B).

    `person` is who they are on record, None where they are not on it; then a name that somebody in the case bears is
    asked about, until it is said that this is `another` person.
    """
    if person == detained:
        return refused("That is the person held.", "Code C Note 1B", field="person")
    if person is not None and person in parts:
        words = f"{parts[person].name} is {parts[person].part} in this case: call somebody else."
        return refused(words, "Code C Note 1B", field="person")
    for one in () if person or another else parts.values():
        if holds_name(who, one.name):
            words = f"{one.name} is {one.part} in this case. Choose them on record, or say that this is another person."
            return refused(words, "Code C Note 1B", field="another")
    return allowed()


def may_be_adult(*, proposed: Proposed, law: Law, at: datetime) -> Verdict:
    """Whether this person may be the appropriate adult (Code C 1.7, Notes 1B to 1F). Not known is asked."""
    return every(_age(proposed, law, at), _police(proposed), _involved(proposed), _order(proposed))


def _age(proposed: Proposed, law: Law, at: datetime) -> Verdict:
    value = law.value("rights.adult_from_age", on=local_day(at))
    if proposed.age is None:
        return refused("Ask how old the appropriate adult is.", SOURCE, field="age")
    if proposed.age < value.number:
        return refused(f"An appropriate adult is {value.number} or over.", SOURCE, field="age")
    return allowed()


def _police(proposed: Proposed) -> Verdict:
    if proposed.police is None:
        return refused("Ask whether they work for the police.", SOURCE, field="police")
    if proposed.police:
        return refused("An appropriate adult is not police, nor employed by the police.", SOURCE, field="police")
    return allowed()


def _involved(proposed: Proposed) -> Verdict:
    if proposed.involved is None:
        return refused("Ask whether they have a part in the case.", "Code C Note 1B", field="involved")
    if proposed.involved:
        words = "They have a part in the case as a suspect, victim or witness: call somebody else."
        return refused(words, "Code C Note 1B", field="involved")
    if proposed.adult is Adult.PARENT and proposed.estranged_and_objected:
        words = "An estranged parent whom the child objects to is not asked to act."
        return refused(words, "Code C Note 1B", field="estranged")
    return allowed()


def _order(proposed: Proposed) -> Verdict:
    if proposed.adult is Adult.OTHER and not proposed.nearer_tried:
        words = "Try a parent or guardian, then a social worker, before another adult."
        return refused(words, "Code C 1.7(a)", field="nearer_tried")
    return allowed()


def call_by(*, needed_since: datetime, law: Law) -> Deadline:
    """By when an appropriate adult is called: as soon as practicable (Code C 3.15); the minutes are force policy."""
    value = law.value("adult.call_within", on=local_day(needed_since))
    return span_after(needed_since, value.span, basis=value.source, event="An appropriate adult is needed")


def arrive_by(*, called_at: datetime, law: Law) -> Deadline:
    """By when a called appropriate adult is expected here; the minutes are force policy."""
    value = law.value("adult.arrive_within", on=local_day(called_at))
    return span_after(called_at, value.span, basis=value.source, event="Appropriate adult called")
