"""Somebody charged and before a court: what the tests of court news begin from."""

from datetime import UTC, date, datetime
from typing import Any

from bluelamp.cases.models import CaseFile
from bluelamp.cases.rules.court_news import Given, News
from bluelamp.cases.rules.who_may_charge import Offence, TriedWhere
from bluelamp.custody.models import Detention
from bluelamp.journeys.actions.court_news import court_news
from bluelamp.journeys.actions.leaving import charge_detained
from tests.custody.evening import HOUR, TEN, Evening, done

CHARGED = TEN + 5 * HOUR
COURT = "St Albans Magistrates' Court"
HAD = datetime(2026, 12, 4, 16, 0, tzinfo=UTC)
"""Four on Friday 4 December 2026: the news of that day's court reaches the police."""


def charged_in(evening: Evening, found: Detention) -> int:
    """Charged and bailed to court on 4 December; the number of the case."""
    return done(
        charge_detained, CHARGED, by=evening.acting("custody_officer"), detention=found.pk,
        offence=Offence(tried=TriedWhere.SUMMARY), offence_code="CJ88116", offence_words="Common assault",
        court=COURT, first_hearing=date(2026, 12, 4), plea="gap",
    )  # fmt: skip


def given(news: News, **more: Any) -> Given:
    """The news of that Friday."""
    return Given(**{"news": news, "on": date(2026, 12, 4), "received_at": HAD, "words": "As it was said.", **more})


class AtCourt:
    """`court(News.VERDICT, outcome=...)` writes down what the court did, as the victim care officer."""

    def __init__(self, evening: Evening, *, victims: int = 1) -> None:
        self.evening, incident = evening, evening.incident()
        self.victims = [evening.victim(incident) for _ in range(victims)]
        self.case = CaseFile.objects.get(pk=charged_in(evening, evening.held(incident=incident)))

    def __call__(self, news: News, *, at: datetime = HAD + HOUR, role: str = "victim_care_officer", **more: Any) -> int:
        by = self.evening.acting(role)
        court = more.pop("court", COURT)
        return done(court_news, at, by=by, case=self.case.pk, given=given(news, **more), court=court)
