"""Looking that somebody should ask about: far more records than others in a day, or opening again and again (D10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median

MANY, TIMES_USUAL, OPENINGS = 20, 3, 3
"""At least so many records in a day, so many times what is usual for an officer's day; so many openings in the period.
Policy of the force, for whoever reads the report: none of it says that anybody did wrong."""


@dataclass(frozen=True, kw_only=True)
class Looked:
    """How many different records one officer was shown on one local day."""

    officer: str
    day: date
    records: int


@dataclass(frozen=True, kw_only=True)
class Unusual:
    """One thing to ask about: who, when ("" for the whole period), and why it stands out."""

    officer: str
    when: str
    words: str


def unusual(*, looked: Iterable[Looked], opened: Iterable[str]) -> tuple[Unusual, ...]:
    """What stands out, the most first. `opened`: the officer of each opening of a record they are not on.

    A quiet force is not measured against nothing: fewer than 20 records in a day never stand out.
    """
    days, openings = list(looked), list(opened)
    usual = median(each.records for each in days) if days else 0
    found = [
        (each.records, Unusual(officer=each.officer, when=each.day.isoformat(), words=_many(each.records, usual)))
        for each in days
        if each.records >= MANY and each.records > TIMES_USUAL * usual
    ]
    for officer in sorted(set(openings)):
        times = openings.count(officer)
        if times >= OPENINGS:
            words = f"Opened {times} restricted records without being on them."
            found.append((times, Unusual(officer=officer, when="", words=words)))
    return tuple(one for _, one in sorted(found, key=lambda pair: (-pair[0], pair[1].officer, pair[1].when)))


def _many(records: int, usual: float) -> str:
    return f"Was shown {records} records in a day; usual is {usual:g}."
