"""A case before the courts on the browser tests' evening: charged days ago, heard once, the trial set."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from bluelamp.cases.actions.requisition import Sent
from bluelamp.cases.keeping import Count
from bluelamp.cases.models import CaseFile
from bluelamp.cases.rules.court_news import Given, News, Outcome
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere
from bluelamp.custody.actions.assessing import assess_before_release
from bluelamp.custody.actions.attending_freely import begin_attendance, end_attendance
from bluelamp.custody.rules.disposals import Closing, Disposal
from bluelamp.deadlines.calendars import CRIMPR
from bluelamp.deadlines.instants import local, local_day
from bluelamp.journeys.actions.court_news import court_news
from bluelamp.journeys.actions.leaving import charge_detained, release_detained
from bluelamp.journeys.actions.report import Harmed, Reported, record_crime_for_victims, take_report
from bluelamp.journeys.actions.requisition import send_requisition
from bluelamp.people.actions.persons import add_person
from bluelamp.victims.models import Victim
from bluelamp.victims.rules.entitlement import Circumstances
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
    _by_requisition(evening)


def _by_requisition(evening: Evening) -> None:
    """Mr Thorley came to be asked about a broken shop window; a written charge was posted to him."""
    officer, investigator = evening.who("lowe"), evening.who("kerr")
    reported = Reported(
        channel="101", kind="Criminal damage", opening_code="criminal_damage", what="Shop window", crime_related=True
    )
    harmed = Harmed(circumstances=Circumstances(age=61), given_names="Ines", family_name="Calloway")
    incident = evening.do(take_report, 3 * DAY, evening.who("marsh"), reported=reported, victim=harmed)
    crime = evening.do(
        record_crime_for_victims, 3 * DAY - 20, officer, incident=incident, offence_code="58D", category="Other crime",
        offence_words="Criminal damage", circumstances="A stone through the window.",
    )  # fmt: skip
    came = evening.do(add_person, 2 * DAY, officer, given_names="Leo", family_name="Thorley")
    attendance = evening.do(
        begin_attendance, 2 * DAY - 10, officer, person=came, incident=incident, offence_words="Criminal damage",
        why="He rang and offered to come", appears_under_18=False, place_words="His workshop",
    )  # fmt: skip
    evening.do(end_attendance, 2 * DAY - 50, officer, attendance=attendance)
    today = local_day(evening.now)
    hearing = local(CRIMPR.add(today, 20), time(10))
    sent = Sent(sent_on=today, court=COURT, hearing_at=hearing, committed_on=local_day(evening.ago(3 * DAY)))
    offence = Offence(tried=TriedWhere.SUMMARY)
    count = Count(offence=offence, code="CD71039", words="Criminal damage under £5,000", crime=crime)
    case = evening.do(send_requisition, 1, investigator, crime=crime, person=came, counts=[count], sent=sent)
    victim = Victim.objects.get(incident=incident).pk
    evening.made |= {"requisition": case, "requisition crime": crime, "victim at court": victim}
