"""Rates of recorded crime, fitted from records and shipped as figures: how many a day, of what, where and when."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bluelamp.twin.crime_file import Record

SHIPPED = Path(__file__).with_name("rates.toml")
DAYS_OF = (31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, kw_only=True)
class Rate:
    """One category: records a day over the year, a factor for each month, shares by LSOA and by outcome."""

    category: str
    a_day: float
    months: tuple[float, ...]
    areas: Mapping[str, float]
    outcomes: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class Rates:
    """All categories with where the figures come from."""

    source: str
    records: int
    by_category: Mapping[str, Rate]


def fit(records: Iterable[Record], *, source: str) -> Rates:
    """Fit rates to records of whole months; raises ValueError where there are none."""
    found = list(records)
    months = Counter(record.month for record in found)
    if not found:
        raise ValueError("There is no record of this borough to fit rates to.")
    days = sum(DAYS_OF[int(month[5:]) - 1] for month in months)
    categories = sorted({record.category for record in found})
    fitted = {name: _rate(name, [r for r in found if r.category == name], list(months), days) for name in categories}
    return Rates(source=source, records=len(found), by_category=fitted)


def _rate(category: str, records: list[Record], months: list[str], days: float) -> Rate:
    a_day = len(records) / days
    areas, outcomes = Counter(r.lsoa for r in records), Counter(r.outcome for r in records)
    return Rate(
        category=category,
        a_day=round(a_day, 3),
        months=tuple(_factor(number, records, months, a_day) for number in range(1, 13)),
        areas={code: round(count / len(records), 4) for code, count in sorted(areas.items())},
        outcomes={name: round(count / len(records), 4) for name, count in sorted(outcomes.items())},
    )


def _factor(number: int, records: list[Record], months: list[str], a_day: float) -> float:
    """How a month of the year stands to the whole, drawn to one where little is known; 1 for a month never seen."""
    seen = [month for month in months if int(month[5:]) == number]
    if not seen:
        return 1.0
    expected = a_day * DAYS_OF[number - 1] * len(seen)
    counted = sum(record.month in seen for record in records)
    return round((counted + 30) / (expected + 30), 3)


def as_toml(rates: Rates) -> str:
    """The rates as the file that is shipped."""
    head = "# Figures fitted by `bluelamp fit`; no record can be got back from them.\n"
    lines = [head, f'source = "{rates.source}"', f"records = {rates.records}", ""]
    for rate in rates.by_category.values():
        lines += ["[[rate]]", f'category = "{rate.category}"', f"a_day = {rate.a_day}", f"months = {list(rate.months)}"]
        lines += [f"areas = {_inline(rate.areas)}", f"outcomes = {_inline(rate.outcomes)}", ""]
    return "\n".join(lines)


def read_rates(path: Path = SHIPPED) -> Rates:
    """The rates in a file; raises ValueError naming the file when it is not complete."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        rates = {one["category"]: _read(one) for one in found["rate"]}
        return Rates(source=found["source"], records=found["records"], by_category=rates)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path.name}: {error} is missing or not known.") from None


def _read(entry: dict[str, Any]) -> Rate:
    return Rate(**{**entry, "months": tuple(entry["months"])})


def _inline(shares: Mapping[str, float]) -> str:
    return "{" + ", ".join(f'"{name}" = {share}' for name, share in shares.items()) + "}"
