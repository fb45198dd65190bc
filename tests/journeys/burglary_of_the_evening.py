"""A burglary in the browser tests: reported, somebody arrested, given up for want of evidence, looked at again."""

from datetime import timedelta
from typing import Any

from bluelamp import clock
from bluelamp.crimes.models import Crime
from bluelamp.crimes.rules.outcomes import Outcome
from bluelamp.custody.actions.arresting import How, Offence
from bluelamp.custody.rules.arrest import Arresting, Necessity
from bluelamp.deadlines.instants import local_day
from bluelamp.journeys.actions.arrest import arrest_newcomer
from bluelamp.journeys.actions.outcome import give_outcome
from bluelamp.journeys.actions.report import Harmed, Reported, record_crime_for_victims, take_report
from bluelamp.victims.actions.asking import answer
from bluelamp.victims.actions.switching import take_over
from bluelamp.victims.models import Asked, Victim
from bluelamp.victims.rules.entitlement import Circumstances
from tests.journeys.world import Evening

GROUNDS = Arresting(
    suspicion="Seen with her radio",
    necessity=(Necessity(code="prompt_and_effective_investigation", grounds="To find the rest"),),
    voluntary_considered=True,
    voluntary_why="He would hide it",
)


def _do(act: Any, who: str, **facts: Any) -> int:
    evening = Evening(now=clock.now(), made={})
    return evening.do(act, 0, evening.who(who), **facts)


def burgled() -> dict[str, int]:
    """Reported and recorded; Sutter looks after the victim."""
    reported = Reported(channel="101", kind="Burglary", opening_code="burglary", what="Door forced", crime_related=True)
    harmed = Harmed(circumstances=Circumstances(age=52), given_names="Ruth", family_name="Amadi")
    incident = _do(take_report, "marsh", reported=reported, victim=harmed)
    facts = {"offence_code": "28E/3", "offence_words": "Burglary", "category": "Burglary"}
    _do(record_crime_for_victims, "lowe", incident=incident, circumstances="Door forced, radio gone", **facts)
    victim = Victim.objects.get(incident=incident)
    _do(take_over, "sutter", victim=victim.pk)
    return {"incident": incident, "victim": victim.pk}


def burglar_arrested(incident: int) -> None:
    """A man with her radio is arrested."""
    officer = Evening(now=clock.now(), made={}).who("lowe").number
    _do(arrest_newcomer, "lowe", given_names="Neil", family_name="Farrow", incident=incident, officer=officer,
        grounds=GROUNDS, how=How(), offence=Offence(code="28E/3", words="Burglary", tried="either_way"))  # fmt: skip


def burglar_let_go(incident: int) -> None:
    """There is not enough to go to court."""
    crime, on = Crime.objects.get(incident=incident), local_day(clock.now())
    outcome = Outcome(code="15", on=on, suspect_named=True, suspect_age=34, lines_of_enquiry="Camera", supervisor="")
    _do(give_outcome, "kerr", crime=crime.pk, outcome=outcome, tell="Nothing shows that he was in your house.")


def answered(victim: int) -> None:
    """Sutter answers what she wrote."""
    asked = Asked.objects.get(victim=victim, matter="message")
    _do(answer, "sutter", asked=asked.pk, words="We found it. You can have it back on Monday.")


def reviewed(victim: int) -> None:
    """An inspector who did not decide it looks again."""
    asked = Asked.objects.get(victim=victim, matter="review")
    _do(answer, "farrant", asked=asked.pk, words="The camera is looked at now.", outcome="changed")


def reported_three_weeks_ago(victim: int) -> None:
    """The report is old enough for the few questions."""
    Victim.objects.filter(pk=victim).update(recorded_at=clock.now() - timedelta(days=21))


ORDERS = (burgled, burglar_arrested, burglar_let_go, answered, reviewed, reported_three_weeks_ago)
