"""Recruitment and retention in figures, each with what it is out of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bluelamp.deadlines.months import add_months


@dataclass(frozen=True, kw_only=True)
class Life:
    """The days that count of one record: applied, attested (None: not yet), ended (None: still runs)."""

    applied: date
    attested: date | None = None
    ended: date | None = None


@dataclass(frozen=True, kw_only=True)
class Month:
    """One calendar month: how many applied, joined (were attested) and left after having joined; who served at its
    end."""

    first: date
    applied: int
    joined: int
    left: int
    serving: int


@dataclass(frozen=True, kw_only=True)
class Share:
    """A part of a whole, said as both."""

    part: int
    of: int

    @property
    def words(self) -> str:
        return f"{self.part} of {self.of}"


def months_back(on: date, count: int) -> tuple[date, ...]:
    """The first days of the last `count` months, the running one included, oldest first."""
    this = on.replace(day=1)
    return tuple(add_months(this, -back) for back in range(count - 1, -1, -1))


def by_month(lives: Iterable[Life], firsts: Iterable[date]) -> tuple[Month, ...]:
    """What happened in each month, in the order given."""
    known = list(lives)
    return tuple(_month(known, first) for first in firsts)


def _month(lives: list[Life], first: date) -> Month:
    after = add_months(first, 1)
    joined = [one for one in lives if one.attested]
    return Month(
        first=first,
        applied=sum(first <= one.applied < after for one in lives),
        joined=sum(first <= one.attested < after for one in joined if one.attested),
        left=sum(first <= one.ended < after for one in joined if one.ended),
        serving=sum(_serves(one, after) for one in joined),
    )


def _serves(one: Life, before: date) -> bool:
    began = one.attested is not None and one.attested < before
    return began and (one.ended is None or one.ended >= before)


def stayed(lives: Iterable[Life], *, on: date) -> Share:
    """Of those who served a year ago, how many serve today."""
    then = add_months(on, -12)
    there = [one for one in lives if one.attested and one.attested <= then and (one.ended is None or one.ended > then)]
    return Share(part=sum(one.ended is None or one.ended > on for one in there), of=len(there))


def reached_attestation(lives: Iterable[Life], *, on: date) -> Share:
    """Of those who applied between two years and one year ago, how many were attested."""
    since, until = add_months(on, -24), add_months(on, -12)
    applied = [one for one in lives if since <= one.applied < until]
    return Share(part=sum(one.attested is not None for one in applied), of=len(applied))
