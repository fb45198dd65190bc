"""Pathways without a domestic record: joined to one once there is one, standing alone again where it was none."""

from datetime import datetime

from bluelamp.owed.actions.stating import withdraw
from bluelamp.safeguarding import events
from bluelamp.safeguarding.after_grading import owe_judging
from bluelamp.safeguarding.following import say_on
from bluelamp.safeguarding.keeping import give_to
from bluelamp.safeguarding.models import DomesticIncident, Pathway
from bluelamp.safeguarding.owed.following import JUDGE
from bluelamp.safeguarding.pathway_files import pathways


def stands_alone(row: Pathway) -> bool:
    """Whether it may go on without a domestic record, as the force's edition of it says."""
    told = pathways().get(row.kind)
    return told is not None and told.alone


def join_domestic(found: DomesticIncident, at: datetime) -> None:
    """The stranger is none: the domestic record owes the assessment now, and whoever had the pathway has it."""
    for row in Pathway.objects.select_for_update(of=("self",)).filter(
        incident=found.incident_id, domestic=None, closed_at=None
    ):
        row.domestic = found
        row.save(update_fields=["domestic"])
        withdraw(JUDGE, record=row.ref, why="The domestic record owes the assessment")
        say_on(events.PATHWAY_JOINED, row, {}, {})
        if row.owner_id and found.owner_id is None:
            give_to(found, row.owner_id, at)


def stand_alone(found: DomesticIncident, at: datetime) -> None:
    """It was not domestic abuse, and still somebody is stalked: what is open and may stand alone goes on.

    With the owner, the person harmed and the grade of the domestic record; without a grade one is owed.
    """
    for row in found.pathways.select_for_update(of=("self",)).filter(closed_at=None):
        say_on(events.PATHWAY_ALONE_AGAIN, row, {}, {})
        row.domestic, row.victim_id = None, found.victim_id
        row.grade, row.assessed_at = found.grade, found.assessed_at
        row.save(update_fields=["domestic", "victim", "grade", "assessed_at"])
        name = pathways()[row.kind].name
        if found.owner_id:
            give_to(row, found.owner_id, at, why=f"{name}: by role and assignment")
        if row.assessed_at is None:
            owe_judging(row, name=name, unit=str(row.owner) if row.owner else "Nobody yet")
