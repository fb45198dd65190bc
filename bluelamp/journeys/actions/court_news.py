"""What the court did, and what each victim is owed of it from the moment the police had it (V3)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bluelamp.access.acting import Acting
from bluelamp.cases.actions.court_news import write_court_news
from bluelamp.cases.models import CaseFile, CourtNews
from bluelamp.cases.rules.court_news import Given, News, Outcome
from bluelamp.journeys.rules.court_news import may_let_out, steps
from bluelamp.ledger.actions.writing import action
from bluelamp.victims.actions.before_trial import owe_before_trial, trial_over
from bluelamp.victims.actions.telling import owe_tellings
from bluelamp.victims.models import Victim
from bluelamp.victims.queries import open_before_trial, to_be_asked_before_trial, victims_of
from bluelamp.victims.rules.telling import Step


@action
def court_news(
    *, by: Acting, at: datetime, case: int, given: Given, court: str, next_court: str = "", key: str | None = None
) -> str:
    """Write down what a court did, and owe every victim of the incident word of it, in the words they may read.

    A trial with a date makes each of them owed being asked what they need there. Two pieces of news had in one minute
    are two: each is told of by itself.
    """
    ref = write_court_news(by=by, at=at, case=case, given=given, court=court, next_court=next_court)
    incident = CaseFile.objects.select_related("crime", "detention__arrest").get(pk=case).incident_id
    victims = list(victims_of(incident)) if incident else []
    together = CourtNews.objects.filter(case=case, received_at=given.received_at).count() - 1
    apart = given.received_at + timedelta(microseconds=together)
    for step in steps(given) if victims else ():
        out = may_let_out(given) and step is not Step.COURT_DATE
        owe_tellings(
            by=by, at=at, victims=victims, step=step.value, happened_at=apart, words=given.words.strip(), lets_out=out
        )
    _before_trial(by, at, case, given, victims)
    return ref


def _before_trial(by: Acting, at: datetime, case: int, given: Given, victims: Sequence[Victim]) -> None:
    """A verdict ends what was owed before the trial; a trial with a date makes it owed."""
    if given.news in (News.VERDICT, News.STOPPED):
        waits = open_before_trial(victims, case)
        held = given.news is News.VERDICT and given.outcome is not Outcome.PLEADED_GUILTY
        not_asked = [one for one in victims if one.pk in waits]
        if not_asked:
            trial_over(by=by, at=at, victims=not_asked, case=case, held=held)
    wanted = to_be_asked_before_trial(victims, case) if given.trial else []
    if wanted:
        owe_before_trial(by=by, at=at, victims=wanted, case=case, had_at=given.received_at)
