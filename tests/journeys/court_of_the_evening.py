"""A case before the courts on the browser tests' evening: charged days ago, heard once, the trial set."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from bluelamp.cases.models import CaseFile
from bluelamp.cases.rules.court_news import Given, News, Outcome
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere
from bluelamp.custody.actions.assessing import assess_before_release
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.deadlines.instants import local, local_day
from bluelamp.journeys.actions.court_news import court_news
from bluelamp.journeys.actions.leaving import charge_detained, release_detained
from tests.custody.evening import nothing_found
from tests.journeys.custody_of_the_evening import Held, detained

if TYPE_CHECKING:
    from tests.journeys.world import Evening

DAY = 24 * 60
COTTER = Held(name=("Neil", "Cotter"), suite="stevenage", came=5 * DAY, offence=("105", "Common assault"))
COURT = "St Albans Magistrates' Court"


def fill(evening: Evening) -> None:
    """Mr Cotter, bailed to court; at the first hearing he denied it."""
    held, sergeant = detained(evening, COTTER), evening.who("haldane")
    heard = local_day(evening.now - timedelta(days=2))
    evening.do(
        charge_detained, COTTER.came - 300, sergeant, detention=held, offence=Offence(tried=TriedWhere.SUMMARY),
        offence_code="CJ88116", offence_words="Common assault", court=COURT, first_hearing=heard, plea="ngap",
    )  # fmt: skip
    assessing = nothing_found(way_home="By train")
    evening.do(assess_before_release, COTTER.came - 310, sergeant, detention=held, assessing=assessing)
    closing = Closing(
        disposal=Disposal.CHARGED_AND_BAILED, risk_assessed=True, way_home="By train", property_settled=True
    )
    evening.do(release_detained, COTTER.came - 320, sergeant, detention=held, closing=closing)
    trial = local(heard + timedelta(days=40), time(10))
    given = Given(
        news=News.HEARD, on=heard, received_at=evening.ago(DAY), outcome=Outcome.CONDITIONS, next_at=trial,
        words="He said that he did not do it. He may not go to Elm Road until the trial.",
    )  # fmt: skip
    evening.made["case"] = CaseFile.objects.get(detention=held).pk
    evening.do(court_news, DAY - 30, evening.who("sutter"), case=evening.made["case"], given=given, court=COURT)
