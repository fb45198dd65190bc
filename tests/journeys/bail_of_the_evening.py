"""Those let go in the days before the browser tests' evening: on bail with conditions, and under investigation."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bluelamp.custody.actions.assessing import assess_before_release
from bluelamp.custody.actions.pausing_bail import pause_bail, resume_bail
from bluelamp.custody.models import Bail, Detention, Investigation
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.deadlines.instants import local_day
from bluelamp.journeys.actions.leaving import release_detained
from tests.custody.evening import nothing_found
from tests.journeys.custody_of_the_evening import Held, detained

if TYPE_CHECKING:
    from tests.journeys.world import Evening

DAY = 24 * 60
LISTER = Held(name=("Owen", "Lister"), suite="hatfield", came=7 * DAY, offence=("8N", "Wounding"), celled=True)
MEARS = Held(name=("Dale", "Mears"), suite="stevenage", came=6 * DAY, offence=("49", "Theft, shop"), celled=True)
CONDITIONS = "Not to contact Jay Kemble\nNot to go to Elm Road, Borehamwood"


def fill(evening: Evening) -> None:
    """Mr Lister on bail, whose file was with the prosecutor for a day; Mr Mears under investigation."""
    lister = _let_go(evening, LISTER, Disposal.BAIL_WITH_CONDITIONS, CONDITIONS)
    bail = Bail.objects.get(detention_id=lister).pk
    evening.made["Lister"] = bail
    for act, ago in ((pause_bail, 4), (resume_bail, 3)):
        on = local_day(evening.now - timedelta(days=ago))
        evening.do(act, ago * DAY - 5, evening.who("haldane"), bail=bail, kind="prosecutor", on=on)
    mears = _let_go(evening, MEARS, Disposal.UNDER_INVESTIGATION, "Cameras of the shop are still to be read")
    evening.made["Mears"] = Investigation.objects.get(detention_id=mears).pk


def _let_go(evening: Evening, held: Held, disposal: Disposal, words: str) -> int:
    number = detained(evening, held)
    closing = Closing(disposal=disposal, risk_assessed=True, way_home="By train", property_settled=True,
                      victim_views_sought=True)  # fmt: skip
    asked = nothing_found()
    evening.do(assess_before_release, held.came - 290, evening.who("haldane"), detention=number, assessing=asked)
    evening.do(
        release_detained, held.came - 300, evening.who("haldane"), detention=number, closing=closing, words=words
    )
    return Detention.objects.get(pk=number).pk
