"""Which neighbourhood team works where a person lives, from their postcode or the first part of it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bluelamp.places.rules.points import Point, km_between

SHORTEST = 3
NOT_A_POSTCODE = "Enter a postcode, such as WD6 1WA."
NOT_OURS = "That postcode is not in this borough. Police elsewhere answer on 101 too."
SEVERAL = "That part of a postcode belongs to more than one team. Enter the whole postcode."


@dataclass(frozen=True, kw_only=True)
class Patch:
    """A neighbourhood team and the settlements it works in."""

    team: str
    settlements: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The team, with the settlement it was found by; or in `trouble` why there is none."""

    team: str = ""
    settlement: str = ""
    trouble: str = ""


def tidy(text: str) -> str:
    """A postcode or part of one as the lists keep it: capitals, nothing else ("wd6 1" is "WD61")."""
    return re.sub(r"[^A-Z0-9]", "", text.upper())[:8]


def your_team(
    text: str, *, postcodes: Iterable[tuple[str, Point]], patches: Iterable[Patch], settlements: Mapping[str, Point]
) -> Answer:
    """The team of a postcode: the one that works in the settlement nearest to it, which is a proxy.

    `postcodes` are (postcode without spaces, point); `settlements` name to point. Part of a postcode is enough where
    all that begin with it have one team. Raises nothing; `trouble` says in words why no team is given.
    """
    asked = tidy(text)
    if len(asked) < SHORTEST or not re.match(r"[A-Z]{1,2}\d", asked):
        return Answer(trouble=NOT_A_POSTCODE)
    worked = [(patch.team, name, settlements[name]) for patch in patches for name in patch.settlements
              if name in settlements]  # fmt: skip
    there = [point for postcode, point in postcodes if postcode.startswith(asked)]
    if not there or not worked:
        return Answer(trouble=NOT_OURS)
    found = {min(worked, key=lambda one: km_between(one[2], point))[:2] for point in there}
    teams = {team for team, _ in found}
    if len(teams) > 1:
        return Answer(trouble=SEVERAL)
    return Answer(team=teams.pop(), settlement=" and ".join(sorted(name for _, name in found)))
