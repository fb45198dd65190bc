"""What a special is thanked for: hours given and years served. Each milestone is thanked once, by a person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from bluelamp.deadlines.law import Law
from bluelamp.deadlines.months import add_months


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """One thing to be thanked for: "hours_100", "years_5". `words` as it is said."""

    key: str
    words: str


def years_served(since: date | None, on: date) -> int:
    """Full years since the attestation, by the calendar; 29 February comes round on the 28th."""
    if since is None or on < since:
        return 0
    years = on.year - since.year
    return years if add_months(since, 12 * years) <= on else years - 1


def reached(law: Law, *, given: timedelta, since: date | None, on: date) -> tuple[Milestone, ...]:
    """Every milestone reached by the day `on`. `given`: elapsed hours of duty and training; `since`: attested on."""
    hours = [n for n in law.value("thanks.hours", on=on).items if given >= timedelta(hours=n)]
    years = [n for n in law.value("thanks.years", on=on).items if years_served(since, on) >= n]
    return (
        *(Milestone(key=f"hours_{n}", words=f"{n:,} hours given") for n in hours),
        *(Milestone(key=f"years_{n}", words="One year" if n == 1 else f"{n} years") for n in years),
    )


def to_thank(reached: Collection[Milestone], thanked: Collection[str]) -> tuple[Milestone, ...]:
    """Those not thanked yet; of hours, and of years, only the highest is owed: nobody is thanked for 100 after 500."""
    owed = []
    for kind in ("hours_", "years_"):
        of_kind = [one for one in reached if one.key.startswith(kind)]
        if of_kind and of_kind[-1].key not in thanked:
            owed.append(of_kind[-1])
    return tuple(owed)


def words_of(key: str) -> str:
    """A milestone in words, by its key."""
    kind, _, number = key.partition("_")
    if kind == "hours":
        return f"{int(number):,} hours given"
    return "One year" if number == "1" else f"{number} years"
