"""The facts on the front page: the last seven full days, worked out by `insight` from ledger entries."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from bluelamp.deadlines.instants import local_day
from bluelamp.deadlines.months import end_of_day
from bluelamp.insight.figures import Figures, figures
from bluelamp.public.rules.suppressed import Fact, a_day, a_share

DAYS = 7


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The facts of a period of full local days, both named days included."""

    first: date
    last: date
    facts: tuple[Fact, ...]


def facts_before(at: datetime) -> Facts:
    """The days before the local day of `at`; two statements the first time that day, then none."""
    return _worked_out(local_day(at))


@lru_cache(maxsize=1)
def _worked_out(today: date) -> Facts:
    first, last = today - timedelta(days=DAYS), today - timedelta(days=1)
    found = figures(end_of_day(first - timedelta(days=1)), end_of_day(last))
    return Facts(first=first, last=last, facts=_facts(found))


def forget() -> None:
    """Work them out anew at the next look."""
    _worked_out.cache_clear()


def _facts(found: Figures) -> tuple[Fact, ...]:
    arrests = sum(found.arrests.values())
    reached, told = found.attended.get("G1"), found.told_in_time
    promised = found.kept + found.late + found.broken
    return (
        a_day(
            "arrests a day",
            arrests,
            DAYS,
            f"{arrests} arrests made, divided by {DAYS} days. A person arrested twice counts twice.",
        ),
        a_share(
            "reached in time",
            reached.part if reached else 0,
            reached.of if reached else 0,
            "Immediate calls: first officer there by the time the grade sets.",
        ),
        a_share(
            "promises kept", found.kept, promised, "Everything that fell due. Late is not kept, even if done after."
        ),
        a_share("victims told in time", told.part, told.of, "Steps in a case that a victim has a right to be told of."),
    )
