"""Telling somebody of a partner's past (Clare's Law, D7): the clocks of a request, and what a disclosure needs."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bluelamp.deadlines.calendars import VICTIMS_CODE
from bluelamp.deadlines.counting import span_after, working_days_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day, spoken, spoken_day
from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import end_of_day
from bluelamp.verdict import Verdict, allowed, every, refused

_SOURCE = "Domestic Violence Disclosure Scheme guidance, April 2023"


def checks_due(law: Law, *, asked_at: datetime) -> Deadline:
    """First checks, and action on any danger now: within 24 elapsed hours."""
    value = law.value("disclosure.checks", on=local_day(asked_at))
    return span_after(asked_at, value.span, basis=value.source, event="Asked for")


def meeting_due(law: Law, *, asked_at: datetime) -> Deadline:
    """Met face to face and known to be who they say: within 10 working days."""
    value = law.value("disclosure.meeting", on=local_day(asked_at))
    return working_days_after(asked_at, value.number, VICTIMS_CODE, basis=value.source, event="Asked for")


def whole_due(law: Law, *, asked_at: datetime) -> Deadline:
    """The whole of it, to a disclosure or a reasoned no: 28 calendar days, to the end of the last."""
    value = law.value("disclosure.whole", on=local_day(asked_at))
    last = local_day(asked_at) + timedelta(days=value.number)
    steps = (
        f"Asked for: {spoken(asked_at)}; that day is day 0.",
        f"{value.number} calendar days later: {spoken_day(last)}.",
    )
    return Deadline(due=end_of_day(last), because=steps, basis=value.source)


@dataclass(frozen=True, kw_only=True)
class Deciding:
    """A decision about to be taken: who took part beside the police, the decision in words, whether to disclose."""

    disclose: bool
    bodies: tuple[str, ...] = ()
    reason: str = ""


def may_decide(*, deciding: Deciding) -> Verdict:
    """The decision is taken together with at least one other body, and either way has its reason."""
    together = refused("Decided with others, not by the police alone: name them.", _SOURCE, field="bodies")
    why = refused("Write why, for a disclosure and against one.", _SOURCE, field="reason")
    return every(allowed() if deciding.bodies else together, allowed() if deciding.reason.strip() else why)


@dataclass(frozen=True, kw_only=True)
class Telling:
    """A disclosure about to be made.

    `to_third`: to whoever asked for them instead of the one in danger; `can_protect`: how they can protect them.
    """

    decided_to_disclose: bool
    identity_checked: bool
    in_person: bool
    nothing_left: bool
    undertaking: bool
    to_third: bool = False
    can_protect: str = ""


def may_tell(*, telling: Telling) -> Verdict:
    """In person, spoken, nothing left in writing, confidence undertaken in writing first, to whom they say they are.

    The one in danger is told; somebody who asked for them only where that protects them best, in words.
    """
    needed = (
        (telling.decided_to_disclose, "It was not decided to disclose.", ""),
        (telling.identity_checked, "First be sure who they are.", "identity_checked"),
        (telling.in_person, "Only in person.", "in_person"),
        (telling.undertaking, "The promise to keep it to themselves is signed first.", "undertaking"),
        (
            not telling.to_third or bool(telling.can_protect.strip()),
            "The one in danger is told. If somebody else is told instead, write how they can protect them.",
            "can_protect",
        ),
        (telling.nothing_left, "Spoken only: nothing is left with them in writing.", "nothing_left"),
    )
    return every(*(allowed() if holds else refused(words, _SOURCE, field=field) for holds, words, field in needed))
