"""Who is left in each settlement: units free now or free within half an hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bluelamp.deadlines.law import Law


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One unit for cover. `free_in` is minutes until it is free: 0 when it is, None when nobody can say."""

    call_sign: str
    settlement: str
    free_in: int | None


@dataclass(frozen=True, kw_only=True)
class Cover:
    """The units left to one settlement."""

    settlement: str
    call_signs: tuple[str, ...]

    @property
    def words(self) -> str:
        return f"{self.settlement} {len(self.call_signs) or 'none'}"


def cover(law: Law, *, settlements: Iterable[str], units: Iterable[Standing], on: date) -> tuple[Cover, ...]:
    """For each settlement the units free there within `dispatch.cover_within` minutes, soonest first."""
    limit = law.value("dispatch.cover_within", on=on).span.total_seconds() / 60
    soon = sorted(
        (unit for unit in units if unit.free_in is not None and unit.free_in <= limit),
        key=lambda unit: (unit.free_in or 0, unit.call_sign),
    )
    return tuple(
        Cover(settlement=name, call_signs=tuple(unit.call_sign for unit in soon if unit.settlement == name))
        for name in settlements
    )
