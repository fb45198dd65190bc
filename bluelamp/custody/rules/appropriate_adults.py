"""Who may be an appropriate adult, and by when one is called and comes (Code C 1.7, notes 1B to 1F; 3.15)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.elapsed import in_words
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, every, refused

SOURCE = "Code C 1.7"
NOTES = "Code C notes 1B to 1F"


class Relation(StrEnum):
    """Who the adult is to the detained person, in the order in which they are asked."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    CARER = "carer"
    SOCIAL_WORKER = "social_worker"
    SCHEME = "scheme"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Offered:
    """Somebody who could be the appropriate adult. None means not known: it is asked before they act.

    `involved`: suspected, victim or witness, or had an admission made to them. `objected_to`: an estranged parent
    whom the child expressly objects to. `for_police`: a police officer or employed by the police.
    `here_otherwise`: present as a solicitor or as an independent custody visitor.
    """

    relation: Relation
    aged_18: bool | None
    for_police: bool | None
    involved: bool | None
    estranged: bool = False
    objected_to: bool = False
    here_otherwise: bool = False


def may_be_appropriate_adult(*, offered: Offered, law: Law, on: date) -> Verdict:
    """Whether this person may act. Refused for each thing that bars them, and for each that nobody has asked.

    `on`: the local day. Law: Code C 1.7 and its notes.
    """
    age = law.value("adults.least_age", on=on)
    checks = (
        _asked(offered.aged_18, f"Under {age.number}: an appropriate adult is {age.number} or over.", "their age",
               "aged_18", wanted=True),
        _asked(offered.for_police, "A police officer or employee cannot be an appropriate adult.",
               "whether they work for the police", "for_police", wanted=False),
        _asked(offered.involved, "Somebody involved in the offence, or to whom it was admitted, cannot act.",
               "whether they are involved", "involved", wanted=False),
        _objection(offered),
        _otherwise(offered),
    )  # fmt: skip
    return every(*checks)


def _asked(known: bool | None, bar: str, what: str, field: str, *, wanted: bool) -> Verdict:
    if known is None:
        return refused(f"Ask {what} first.", SOURCE, field=field)
    return allowed() if known is wanted else refused(bar, NOTES, field=field)


def _objection(offered: Offered) -> Verdict:
    if offered.relation is Relation.PARENT and offered.estranged and offered.objected_to:
        return refused(
            "An estranged parent to whom the child objects does not act.", "Code C note 1B", field="relation"
        )
    return allowed()


def _otherwise(offered: Offered) -> Verdict:
    if offered.here_otherwise:
        words = "A solicitor or custody visitor here in that capacity does not act as the appropriate adult."
        return refused(words, "Code C note 1F", field="here_otherwise")
    return allowed()


def called_by(*, needed_since: datetime, law: Law) -> Deadline:
    """By when an appropriate adult is called once the need is known: as soon as practicable, the minutes are policy."""
    return _within(needed_since, law, "adults.call_within", "Needed since")


def arrives_by(*, called_at: datetime, law: Law) -> Deadline:
    """By when an appropriate adult called should have come; past it somebody asks again or calls another."""
    return _within(called_at, law, "adults.come_within", "Called")


def visitors_answered_by(*, came_at: datetime, law: Law) -> Deadline:
    """By when what independent custody visitors raised is answered: days on the calendar, to the same hour."""
    return _within(came_at, law, "visitors.answer_within", "Visited")


def _within(start: datetime, law: Law, key: str, word: str) -> Deadline:
    value = law.value(key, on=local_day(start))
    due = instant(start) + value.span
    steps = (f"{word} {spoken(start)}.", f"Within {in_words(value.span)}: {spoken(due)}.")
    return Deadline(due=due, because=steps, basis=value.source)
