"""Housekeeping goes on whatever one chore does."""

from datetime import datetime, timedelta
from threading import Event

import pytest
from django.db import OperationalError

from bluelamp.site.chores import CHORES, Chore, do_chores


@pytest.mark.django_db
def test_one_that_fails_keeps_none_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    stop, done = Event(), []

    def fails(_at: datetime) -> None:
        done.append("fails")
        raise OperationalError("gone")

    def works(_at: datetime) -> None:
        done.append("works")
        if done.count("works") == 2:
            stop.set()

    monkeypatch.setattr("bluelamp.site.chores.LOOK_SECONDS", 0.001)
    monkeypatch.setattr("bluelamp.site.chores.connection.close", lambda: None)
    soon = timedelta(0)
    do_chores(stop, (Chore(name="fail", every=soon, run=fails), Chore(name="work", every=soon, run=works)))
    assert done == ["fails", "works"] * 2


@pytest.mark.django_db
def test_each_chore_of_the_site_runs_on_an_empty_borough() -> None:
    from bluelamp import clock

    for chore in CHORES:
        chore.run(clock.now())
