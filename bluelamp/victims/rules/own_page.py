"""The victim's own page: how long a link lives, how often a code may be wrong, when the page shuts by itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bluelamp.deadlines.counting import span_after
from bluelamp.deadlines.deadline import Deadline
from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.law import Law
from bluelamp.verdict import Verdict, allowed, refused

_SOURCE = "Safe contact V7"


class Dead(StrEnum):
    """Why a link opens nothing. The person who holds it is told the same words for each."""

    UNKNOWN = "unknown"
    USED = "used"
    TAKEN_BACK = "taken_back"
    TOO_OLD = "too_old"
    LOCKED = "locked"


@dataclass(frozen=True, kw_only=True)
class Link:
    """One link as it stands; `tries` are wrong codes so far."""

    made_at: datetime
    used: bool = False
    taken_back: bool = False
    tries: int = 0
    by_letter: bool = False


def dies(law: Law, *, made_at: datetime, by_letter: bool = False) -> Deadline:
    """When a link is dead by its age; elapsed hours. One that goes by letter lives as long as the post may take."""
    value = law.value(
        "victims.own_page.link_by_letter" if by_letter else "victims.own_page.link", on=local_day(made_at)
    )
    return span_after(made_at, value.span, basis=value.source, event="The link was made")


def dead(law: Law, *, link: Link | None, at: datetime) -> Dead | None:
    """Why the link opens nothing at `at`; None where it is alive."""
    if link is None:
        return Dead.UNKNOWN
    if link.used:
        return Dead.USED
    if link.taken_back:
        return Dead.TAKEN_BACK
    if link.tries >= tries(law, at=link.made_at):
        return Dead.LOCKED
    return Dead.TOO_OLD if at >= dies(law, made_at=link.made_at, by_letter=link.by_letter).due else None


def tries(law: Law, *, at: datetime) -> int:
    """How many wrong codes make a link dead."""
    return law.value("victims.own_page.tries", on=local_day(at)).number


def shuts(law: Law, *, opened_at: datetime, seen_at: datetime) -> Deadline:
    """When an open page shuts by itself: after some minutes with nothing done, and after an hour at the most."""
    idle = law.value("victims.own_page.idle", on=local_day(opened_at))
    longest = law.value("victims.own_page.longest", on=local_day(opened_at))
    quiet = span_after(seen_at, idle.span, basis=idle.source, event="Nothing was done since")
    whole = span_after(opened_at, longest.span, basis=longest.source, event="The page was opened")
    return min(quiet, whole, key=lambda one: one.due)


def may_invite(*, apart: bool, code_way: str, link_way: str) -> Verdict:
    """Whether link and code may be given so: the code never the way the link goes, and never left lying.

    `apart`: the officer says that the victim was alone, or could not be overheard.
    """
    if code_way not in ("in_person", "phone"):
        return refused("The code is said, in person or by phone; it is never written.", _SOURCE, field="code_way")
    if code_way == link_way and link_way != "in_person":
        return refused("Link and code go different ways.", _SOURCE, field="code_way")
    if not apart:
        return refused("Only when they can speak and nobody else hears the code.", _SOURCE, field="apart")
    return allowed()
