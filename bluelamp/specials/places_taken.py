"""Who is down for an event, and whether each place stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from bluelamp.specials.models import Occasion, SignUp
from bluelamp.specials.queries import going, work
from bluelamp.specials.rules import deployment
from bluelamp.verdict import Verdict


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place taken; `verdict` says whether it stands, or what it still waits for."""

    sign_up: SignUp
    status: str
    verdict: Verdict


def places_taken(occasion: Occasion) -> list[Place]:
    """In the order of signing up."""
    down: Sequence[SignUp] = occasion.down  # type: ignore[attr-defined]
    return [_place(one, occasion) for one in sorted(down, key=lambda one: one.signed_up_at)]


def _place(one: SignUp, occasion: Occasion) -> Place:
    who = going(one.special, beside=str(one.beside) if one.beside else "")
    return Place(sign_up=one, status=who.status, verdict=deployment.may_go(going=who, work=work(occasion)))
