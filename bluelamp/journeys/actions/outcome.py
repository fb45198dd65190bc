"""The outcome of a crime, and what each victim is owed of it: told, why, and that it can be looked at again."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.crimes.actions.outcomes import set_outcome
from bluelamp.crimes.models import Crime
from bluelamp.crimes.rules.outcomes import Outcome
from bluelamp.ledger.actions.writing import action
from bluelamp.victims.actions.telling import owe_tellings
from bluelamp.victims.actions.views import weigh_views
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.telling import Step
from bluelamp.victims.rules.views import About

_CODES = {
    Step.OUT_OF_COURT: ("2", "2A", "3", "3A", "6", "7", "8", "22", "23"),
    Step.SENTENCE: ("4",),  # taken into account by the court that sentences for something else
    Step.NOT_PROSECUTED: ("5", "9", "10", "11", "12", "13", "14", "15", "16", "17", "21"),
    Step.NOT_INVESTIGATED: ("18", "19", "20"),
}
TOLD_OF = {code: step for step, codes in _CODES.items() for code in codes}
"""What a victim is told of, by outcome; a charge (1, 1A) is told of where it is made."""


@action
def give_outcome(
    *, by: Acting, at: datetime, crime: int, outcome: Outcome, why: str = "", tell: str = "",
    views_why_not: str = "", key: str | None = None,
) -> str:  # fmt: skip
    """Give a crime its outcome and owe every victim word of it. `tell`: the reasons as the victim may read them.

    It is settled without a court only once their views are on record; `views_why_not`: why it is decided without.
    """
    step, incident = TOLD_OF.get(outcome.code), Crime.objects.values_list("incident_id", flat=True).get(pk=crime)
    victims = list(victims_of(incident)) if step and incident else []
    if victims and step is Step.OUT_OF_COURT:
        weigh_views(by=by, at=at, victims=victims, about=About.OUT_OF_COURT, why_not=views_why_not)
    ref = set_outcome(by=by, at=at, crime=crime, outcome=outcome, why=why)
    if step and victims:
        owe_tellings(by=by, at=at, victims=victims, step=step.value, happened_at=at, words=tell)
    return ref
