"""Littleford at 05:40 on a Wednesday: nine officers by a published roster, the early shift not on. And its orders."""

from datetime import time, timedelta
from typing import Any

from bluelamp import clock
from bluelamp.access.demonstration import create
from bluelamp.deadlines.instants import local
from bluelamp.duty.models import DutyNotice, PlannedDuty, Roster
from bluelamp.insight.duty_figures import minutes_uncovered
from tests.duty.borough import DAY, LITTLEFORD, MONDAY, NOW, SETTING_UP, Littleford
from tests.journeys.own_clock import going

TODAY = MONDAY + 9 * DAY
BEGIN_AT = local(TODAY, time(5, 40))
SETTINGS = {"BLUELAMP_BOROUGHS": str(LITTLEFORD.parent), "BLUELAMP_BOROUGH": LITTLEFORD.name}


def make() -> dict[str, int]:
    """The borough and its roster by the real actions, weeks before."""
    with clock.set_to(NOW):
        borough = Littleford()
        create(by=SETTING_UP, at=NOW)
        return {"roster": borough.a_published_roster().pk}


def on_early_today() -> list[str]:
    """The collar numbers of who is on the early shift."""
    rows = PlannedDuty.objects.filter(roster__state=Roster.State.PUBLISHED, day=TODAY, shift="E")
    return list(rows.order_by("officer__collar_number").values_list("officer__collar_number", flat=True))


def uncovered_today() -> int:
    """Minutes without the least that a unit needs in the day and a half from now."""
    with going() as at:
        return minutes_uncovered(at, at + timedelta(hours=36))


def told_since() -> list[dict[str, Any]]:
    """What officers were told since the morning began."""
    rows = DutyNotice.objects.filter(told_at__gte=BEGIN_AT).order_by("pk")
    return list(rows.values("officer__collar_number", "words"))


def late_before_a_day_off(roster: int) -> dict[str, Any]:
    """An officer's day off right after a late shift: an early on it leaves seven hours of rest."""
    duties = PlannedDuty.objects.filter(roster=roster, kind="duty").order_by("day", "officer")
    worked = {(one.officer_id, one.day) for one in duties}
    found = next(one for one in duties if one.shift == "L" and (one.officer_id, one.day + DAY) not in worked)
    return {"officer": found.officer_id, "day": (found.day + DAY).isoformat()}


ORDERS = {one.__name__: one for one in (on_early_today, uncovered_today, told_since, late_before_a_day_off)}
