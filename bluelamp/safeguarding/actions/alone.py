"""Pathways without a domestic record, as where a stranger stalks: opened, taken on, assessed, about whom."""

from datetime import datetime

from bluelamp.access.acting import Acting
from bluelamp.access.permissions_check import require
from bluelamp.calls.models import Incident
from bluelamp.ledger.actions.writing import action
from bluelamp.owed.actions.stating import keep
from bluelamp.people.rules.masking import holds_none
from bluelamp.safeguarding import events
from bluelamp.safeguarding.after_grading import owe_judging
from bluelamp.safeguarding.following import A_PERSON, THE_REPORT, follow, follow_alone, say_on
from bluelamp.safeguarding.keeping import locked, locked_pathway, take_over
from bluelamp.safeguarding.models import Pathway
from bluelamp.safeguarding.owed.following import JUDGE
from bluelamp.safeguarding.pathway_files import pathways
from bluelamp.safeguarding.queries import domestic_of, kept_on, name_of
from bluelamp.safeguarding.rules.assessing import Risk
from bluelamp.safeguarding.rules.pathways import may_judge
from bluelamp.verdict import Refused, Verdict, allowed, insist, refused
from bluelamp.victims.models import Victim


@action
def open_at_incident(
    *, by: Acting, at: datetime, incident: int, kind: str, words: str, victim: int | None = None,
    reported: bool = False, key: str | None = None,
) -> str:  # fmt: skip
    """Open a pathway at an incident: on its domestic record where it has one, else alone. Answers "pathway:3".

    `reported`: the kind of the call or the recorded offence names it, no person judged.
    """
    require(by, "safeguarding.assess", *(("calls.log", "crimes.record") if reported else ()))
    found, pathway = Incident.objects.select_for_update(of=("self",)).get(pk=incident), pathways().get(kind)
    if pathway is None or not pathway.alone:
        raise Refused(refused("Choose a pathway.", field="kind"))
    if Pathway.objects.filter(incident=incident, kind=kind, closed_at=None).exists():
        raise Refused(refused("It is open already.", "Order of events", field="kind"))
    if len(words.split()) < 2:
        raise Refused(refused("Write what you saw or heard that makes you think so.", field="words"))
    domestic, how = domestic_of(incident), THE_REPORT if reported else A_PERSON
    if domestic and domestic.ended_at is None:
        return follow(locked(domestic.pk), pathway, words=words, how=how, by=by, at=at).ref
    harmed = victim or Victim.objects.filter(incident=incident).order_by("pk").values_list("pk", flat=True).first()
    insist(_of_this_incident(harmed, incident))
    return follow_alone(found, pathway, victim=harmed, words=words, how=how, by=by, at=at).ref


@action
def name_harmed(*, by: Acting, at: datetime, pathway: int, victim: int, key: str | None = None) -> str:
    """Say which victim of the incident a pathway that stands alone is about."""
    require(by, "victims.record", "safeguarding.assess")
    row = _alone(pathway)
    insist(_of_this_incident(victim, row.incident_id))
    row.victim = Victim.objects.select_related("person").get(pk=victim)
    row.save(update_fields=["victim"])
    say_on(events.PATHWAY_VICTIM, row, {"victim": row.victim.person.ref}, {})
    return row.ref


@action
def take_on_pathway(*, by: Acting, at: datetime, pathway: int, key: str | None = None) -> str:
    """Take it on by name: it is theirs to see assessed, and theirs to share from now on."""
    require(by, "safeguarding.assess")
    row = _alone(pathway)
    if row.owner_id == by.number:
        raise Refused(refused("You have it already.", "Order of events"))
    take_over(row, by, at, why=f"{name_of(row)}: by role and assignment")
    if row.assessed_at is None:
        owe_judging(row, name=name_of(row), unit=by.name)
    say_on(events.PATHWAY_TAKEN_ON, row, {"owner": by.ref}, {})
    return row.ref


@action
def judge(*, by: Acting, at: datetime, pathway: int, grade: str, reason: str, key: str | None = None) -> str:
    """Decide the risk in words; a later one stands in the place of the one before, and both stay written."""
    require(by, "safeguarding.assess")
    row = _alone(pathway)
    told = pathways().get(row.kind)
    if told is None:
        raise Refused(refused("This pathway is in no edition in force: close it and open it anew.", field="grade"))
    open_steps = row.steps.filter(at=None).values_list("code", flat=True)
    insist(may_judge(pathway=told, grade=Risk(grade), reason=reason, open_steps=open_steps))
    insist(holds_none(reason, kept=kept_on(row), field="reason"))
    if row.owner_id is None:
        take_over(row, by, at, why=f"{told.name}: by role and assignment")
    row.grade, row.reason, row.assessed_at = grade, reason, at
    row.save(update_fields=["grade", "reason", "assessed_at"])
    say_on(events.PATHWAY_JUDGED, row, {"grade": Risk(grade).words}, {"reason": reason})
    keep(JUDGE, record=row.ref, at=at)
    return row.ref


def _alone(pathway: int) -> Pathway:
    """Locked. Raises Refused where the domestic record says whose it is and how it was assessed, or it is closed."""
    row = locked_pathway(pathway)
    if row.domestic_id:
        raise Refused(refused("It belongs to a domestic record: do it there.", "One record, one role"))
    if row.closed_at:
        raise Refused(refused("It is closed.", "Order of events"))
    return row


def _of_this_incident(victim: int | None, incident: int) -> Verdict:
    if victim is None or Victim.objects.filter(pk=victim, incident=incident).exists():
        return allowed()
    return refused("That is no victim of this incident.", "One record, one role", field="victim")
