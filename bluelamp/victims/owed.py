"""The promises to victims: told of each step in time, referred to support, told of a crime recorded."""

from bluelamp.deadlines.deadline import Deadline
from bluelamp.owed.registry import Kind
from bluelamp.places.law_in_force import law_of
from bluelamp.victims.models import Telling
from bluelamp.victims.rules.telling import Step, due

_WORDINGS = {
    Step.ARRESTED: "Tell {who} of the arrest, safely",
    Step.INTERVIEWED: "Tell {who} of the interview, safely",
    Step.RELEASED_WITHOUT_CHARGE: "Tell {who} of the release, safely",
    Step.BAILED: "Tell {who} of the bail and its conditions, safely",
    Step.RELEASED_UNDER_INVESTIGATION: "Tell {who} of the release under investigation, safely",
    Step.CONDITIONS_CHANGED: "Tell {who} that the conditions changed, safely",
    Step.NOT_INVESTIGATED: "Tell {who} that it is not investigated, and why",
    Step.OUT_OF_COURT: "Tell {who} how it was dealt with out of court, safely",
    Step.CHARGED: "Tell {who} of the charge, safely",
    Step.COURT_DATE: "Tell {who} the court date, safely",
    Step.REFERRED: "Refer {who} to victim support",
    Step.CRIME_ACKNOWLEDGED: "Send {who} the crime number and whom to ask",
}


def telling_due(record: str, slot: str) -> Deadline | None:
    """Asked again by the alarm loop. `record` is the victim, `slot` the telling's key; None once told."""
    telling = Telling.objects.filter(pk=slot or 0).select_related("victim").first()
    if telling is None or telling.told_at or telling.opted_out_at:
        return None
    return due(law_of("victims"), step=Step(telling.step), at=telling.happened_at, enhanced=telling.victim.enhanced)


def _kind(step: Step, wording: str) -> Kind:
    return Kind(
        name=f"victims.tell_{step.value}",
        wording=wording,
        title=wording.replace("{who}", "the victim"),
        to="The victim",
        source="Victims' Code, right 4" if step is Step.REFERRED else "Victims' Code, right 6",
        acts="victims.tell",
        kept_when="The victim was reached and told, or said that they do not want to be",
        ask=telling_due,
        warn_minutes=(240,),
        page="desks:victim",
        group="Victim care",
        victim=True,
    )


KINDS = tuple(_kind(step, wording) for step, wording in _WORDINGS.items())
BY_STEP = dict(zip(_WORDINGS, KINDS, strict=True))
