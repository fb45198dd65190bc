"""Whether behaviour between two people is within the Domestic Abuse Act 2021 (D1, D2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bluelamp.verdict import Verdict, allowed, refused

_SOURCE = "Domestic Abuse Act 2021 ss.1-2"


class Tie(StrEnum):
    """What joins two people; the past counts as the present, and living together is not needed."""

    MARRIED = "married"
    ENGAGED = "engaged"
    INTIMATE = "intimate"
    SHARED_CHILD = "shared_child"
    RELATIVES = "relatives"
    SHARED_HOME = "shared_home"
    NONE = "none"

    @property
    def connects(self) -> bool:
        """Sharing a home alone does not connect."""
        return self not in (Tie.SHARED_HOME, Tie.NONE)


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two people: ages in whole years, None for not known, and every tie between them."""

    age_a: int | None
    age_b: int | None
    ties: frozenset[Tie]


def personally_connected(pair: Pair) -> Verdict:
    """Allowed when both are 16 or over and a tie of section 2 joins them; an age not known does not rule it out."""
    if not any(tie.connects for tie in pair.ties):
        return refused("Not personally connected: sharing a home is not enough.", _SOURCE)
    if any(age is not None and age < 16 for age in (pair.age_a, pair.age_b)):
        return refused("One of them is under 16: a matter of child safeguarding instead.", _SOURCE)
    if pair.age_a is None or pair.age_b is None:
        return allowed("Personally connected; an age is not known, so it is treated as domestic abuse.", _SOURCE)
    return allowed("Both 16 or over and personally connected.", _SOURCE)


def may_have_ended(*, since: date | None, ended_on: date | None, today: date) -> Verdict:
    """Whether a tie can have ended on that day: not before it began, not after today. The day may be not known."""
    if ended_on is None:
        return allowed()
    if ended_on > today:
        return refused("That day is still to come.", field="ended_on")
    if since is not None and ended_on < since:
        return refused("That is before it began.", field="ended_on")
    return allowed()


def child_is_victim(*, age: int | None, sees_hears_or_feels_it: bool, related_to_either: bool) -> Verdict:
    """Whether a child is a victim of domestic abuse in its own right, with an own record (section 3)."""
    source = "Domestic Abuse Act 2021 s.3"
    if age is not None and age >= 18:
        return refused("18 or over.", source)
    if not sees_hears_or_feels_it:
        return refused("Did not see, hear or feel the effects of it.", source)
    if not related_to_either:
        return refused("Related to neither of the two.", source)
    return allowed("A child who sees, hears or feels the effects of it is a victim too.", source)
