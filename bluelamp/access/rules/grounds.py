"""Why a record is restricted from its first minute, and to whom: by what it is about (D10)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Ground(StrEnum):
    """What a record is about, the narrowest circle first."""

    POLICE = "police"
    SEXUAL = "sexual"
    CHILD = "child"
    DOMESTIC = "domestic"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """Who may see such a record by their role, and which role is asked until an officer has it.

    `of_victims`: who by their role sees the thread of a victim besides.
    """

    words: str
    asks: str
    sees: tuple[str, ...]
    of_victims: tuple[str, ...] = ()


def policy_of(grounds: Collection[Ground], policies: Mapping[Ground, Policy]) -> Policy:
    """The policy for a record with these grounds: the narrowest circle among them decides.

    Raises ValueError where there is no ground. Policy of the force (restricted_kinds.toml), under the Data Protection
    Act 2018 s.57: no more people see it than have to.
    """
    return next(policies[ground] for ground in Ground if ground in grounds) if grounds else _none()


def grounds_of(
    *, domestic: bool = False, sexual: bool = False, child: bool = False, police: bool = False
) -> set[Ground]:
    """The grounds that hold; none for a record that is not restricted."""
    said = {Ground.DOMESTIC: domestic, Ground.SEXUAL: sexual, Ground.CHILD: child, Ground.POLICE: police}
    return {ground for ground, holds in said.items() if holds}


def _none() -> Policy:
    raise ValueError("A record without a ground is not restricted.")
