"""Meals in each 24 hours: at least two light ones and one main one (Code C 8.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bluelamp.deadlines.elapsed import between
from bluelamp.deadlines.instants import instant, local_day, spoken
from bluelamp.deadlines.law import Law


@dataclass(frozen=True, kw_only=True)
class Meal:
    """A meal offered: `kind` is "light" or "main". One declined was offered all the same."""

    at: datetime
    kind: str


@dataclass(frozen=True, kw_only=True)
class MealsOwed:
    """What is still to be offered, and by when."""

    light: int
    main: int
    until: datetime
    basis: str

    @property
    def words(self) -> str:
        """In words, such as "1 light meal and 1 main meal by 22:50 Sat 21 Nov 2026"."""
        parts = [
            f"{n} {kind} meal{'s' if n > 1 else ''}" for n, kind in ((self.light, "light"), (self.main, "main")) if n
        ]
        return f"{' and '.join(parts)} by {spoken(self.until)}" if parts else "None more in these 24 hours"


def still_owed(*, arrived_at: datetime, meals: Sequence[Meal], law: Law, at: datetime) -> MealsOwed:
    """What is owed in the 24 hours now running, counted on from arrival. A main meal more than owed counts as light."""
    on = local_day(at)
    value = law.value("meals.light", on=on)
    span = law.value("meals.period", on=on).span
    began = instant(arrived_at) + max(between(arrived_at, at) // span, 0) * span
    given = [meal.kind for meal in meals if began <= instant(meal.at) <= instant(at)]
    main = law.value("meals.main", on=on).number
    mains = given.count("main")
    light = given.count("light") + max(mains - main, 0)
    return MealsOwed(
        light=max(value.number - light, 0), main=max(main - mains, 0), until=began + span, basis=value.source
    )
