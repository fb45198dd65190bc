"""How old a person is, or may be."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Born:
    """A date of birth, or an estimate of `low` to `high` years made on `estimated_on`; None: not known."""

    on: date | None = None
    low: int | None = None
    high: int | None = None
    estimated_on: date | None = None


def age(born: Born, *, on: date) -> tuple[int, int] | None:
    """The least and the greatest age in whole years on the local day `on`; None where nothing is known.

    Somebody born on 29 February is a year older on 1 March of a common year. An estimate grows older with the years.
    """
    if born.on:
        years = on.year - born.on.year - ((on.month, on.day) < (born.on.month, born.on.day))
        return (years, years)
    if born.low is None or born.high is None or born.estimated_on is None:
        return None
    passed = max(0, on.year - born.estimated_on.year - ((on.month, on.day) < _month_day(born.estimated_on)))
    passed_at_most = passed + 1 if on > born.estimated_on else passed
    return (born.low + passed, born.high + passed_at_most)


def treated_as_child(born: Born, *, on: date) -> bool | None:
    """Whether the person is treated as under 18: anyone who may be, without clear evidence of being older (P23)."""
    found = age(born, on=on)
    return None if found is None else found[0] < 18


def in_words(born: Born, *, on: date) -> str:
    """ "34", "30 to 40, estimated" or "age not known"."""
    found = age(born, on=on)
    if found is None:
        return "age not known"
    return str(found[0]) if born.on else f"{found[0]} to {found[1]}, estimated"


def _month_day(day: date) -> tuple[int, int]:
    return (day.month, day.day)
