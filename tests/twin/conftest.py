"""A few hours of a borough."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bluelamp import clock
from bluelamp.places.actions.loading import load_borough
from bluelamp.places.folder import borough_folder
from bluelamp.twin import world
from bluelamp.twin.actions.marking import mark
from bluelamp.twin.assumptions import assumptions
from bluelamp.twin.cast import SETTING_UP
from bluelamp.twin.plan import weekday_weights
from bluelamp.twin.rates import read_rates
from bluelamp.twin.records import AtRates
from bluelamp.twin.running import Running

SINCE = datetime(2026, 11, 13, 17, tzinfo=UTC)


@pytest.fixture
def hours_of(monkeypatch: pytest.MonkeyPatch, db: None) -> Callable[..., Running]:
    """Play so many hours from a Friday at five, in this test's own transaction."""

    def play(hours: float, *, seed: str = "test", units_share: float = 1.0, **assumed: Any) -> Running:
        monkeypatch.setattr(world, "COUNTY_BEFORE", timedelta(hours=1))
        with clock.set_to(SINCE):
            mark(by=SETTING_UP, at=SINCE, kind="rehearsal")
            load_borough(by=SETTING_UP, at=SINCE, folder=borough_folder())
        records = AtRates(read_rates(), weights=weekday_weights(assumptions()), seed=seed)
        return world.play(
            SINCE,
            SINCE + timedelta(hours=hours),
            assumed=assumptions(),
            records=records,
            seed=seed,
            units_share=units_share,
        )

    return play
