"""The outcomes that the records hold, given when a crime has been looked into."""

from datetime import timedelta

from bluelamp.crimes.models import Crime
from bluelamp.crimes.rules.outcomes import Outcome
from bluelamp.deadlines.instants import local_day
from bluelamp.journeys.actions.outcome import TOLD_OF, give_outcome
from bluelamp.twin import victim_care
from bluelamp.twin.chance import around
from bluelamp.twin.running import Job, Running
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.telling import Step
from bluelamp.victims.rules.views import About

CODES = {
    "Investigation complete; no suspect identified": "18",
    "Unable to prosecute suspect": "15",
    "Offender given a caution": "3",
    "Local resolution": "8",
    "Offender given penalty notice": "6",
    "Further investigation is not in the public interest": "21",
    "Formal action is not in the public interest": "10",
    "Further action is not in the public interest": "10",
}
"""The outcome of data.police.uk as the code of the Crime Outcomes Framework; a charge is made by the custody desk."""
OFFENDER = (
    "charged", "caution", "Offender", "court", "Court", "Local resolution", "Defendant", "warning",
)  # fmt: skip
MEDIAN_HOURS = 60.0


def names_an_offender(outcome: str) -> bool:
    """Whether the record's outcome says that somebody was found."""
    return any(word in outcome for word in OFFENDER)


def plan(run: Running, job: Job, crime: int) -> None:
    """Give the outcome of the record some days later."""
    if job.outcome in CODES:
        luck = run.luck("outcome", crime)
        run.later(timedelta(hours=around(luck, MEDIAN_HOURS, 0.6)), give, crime, job.outcome)


def give(run: Running, crime: int, outcome: str) -> None:
    """Give the outcome, with what its rule asks for."""
    if not run.mine(f"crime:{crime}") or not Crime.objects.filter(pk=crime, state=Crime.State.OPEN).exists():
        return
    code = CODES[outcome]
    asked = Outcome(
        code=code,
        on=local_day(run.now),
        suspect_named=code != "18",
        suspect_age=34,
        lines_of_enquiry="Scene, neighbours, cameras, forensic examination.",
        supervisor=run.cast.inspectors[0].ref,
    )
    incident = Crime.objects.values_list("incident_id", flat=True).get(pk=crime)
    if incident and TOLD_OF.get(code) is Step.OUT_OF_COURT:
        victim_care.ask_views_of(run, list(victims_of(incident)), About.OUT_OF_COURT)
    run.do(give_outcome, by=run.cast.of("investigation", run.luck("gives", crime)), crime=crime, outcome=asked)
    if incident:
        victim_care.plan(run, incident)
