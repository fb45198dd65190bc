"""Bail that changes: custody decides, and each victim is owed word of it from now (PACE s.47ZZA; V2)."""

from collections.abc import Sequence
from datetime import date, datetime

from bluelamp.access.acting import Acting
from bluelamp.custody.actions import bailing, extending_bail
from bluelamp.custody.actions.extending_bail import Met
from bluelamp.custody.models import Bail
from bluelamp.ledger.actions.writing import action
from bluelamp.victims.actions.telling import owe_tellings
from bluelamp.victims.actions.views import weigh_views
from bluelamp.victims.models import Victim
from bluelamp.victims.queries import victims_of
from bluelamp.victims.rules.telling import Step
from bluelamp.victims.rules.views import About

NOT_EVERY_ONE = "Not every victim could be asked; why stands on their record."
TOLD_OF = {
    "no_further_action": Step.RELEASED_WITHOUT_CHARGE,
    "under_investigation": Step.RELEASED_UNDER_INVESTIGATION,
    "out_of_court": Step.OUT_OF_COURT,
    "cancelled": Step.CONDITIONS_CHANGED,
    "court_refused": Step.CONDITIONS_CHANGED,
}
"""What the victim is told of how bail ended; a charge has its own telling, and so has whoever answers bail."""


@action
def extend_bail_and_tell(
    *,
    by: Acting,
    at: datetime,
    bail: int,
    to: str,
    met: Met,
    why: str,
    return_on: date | None = None,
    sooner_because: str = "",
    key: str | None = None,
) -> str:
    """Extend bail, and owe each victim word of the new date."""
    record = extending_bail.extend_bail(
        by=by, at=at, bail=bail, to=to, met=met, why=why, return_on=return_on, sooner_because=sooner_because
    )
    _owe(bail, Step.BAILED, by, at)
    return record


@action
def vary_bail_and_tell(
    *,
    by: Acting,
    at: datetime,
    bail: int,
    conditions: Sequence[str],
    why: str,
    views_why_not: str = "",
    key: str | None = None,
) -> str:
    """Vary conditions once every victim's views on just this change are on record, or it is said why not; owe each
    word of it. Conditions that are lifted are a change too."""
    victims = _victims(bail)
    sought = False if views_why_not.strip() else None
    if victims:
        came = weigh_views(by=by, at=at, victims=victims, about=About.VARYING, bail=bail, why_not=views_why_not)
        sought, views_why_not = came == "sought", views_why_not.strip() or NOT_EVERY_ONE
    record = bailing.vary_bail(
        by=by, at=at, bail=bail, conditions=conditions, why=why, views_sought=sought, views_why_not=views_why_not
    )
    _owe(bail, Step.CONDITIONS_CHANGED, by, at)
    return record


@action
def end_bail_and_tell(
    *,
    by: Acting,
    at: datetime,
    bail: int,
    outcome: str,
    why: str,
    views_why_not: str = "",
    key: str | None = None,
) -> str:
    """End bail with what came of it; a release under investigation goes on as one. Owe each victim word of it.

    It is settled without a court only once their views are on record, or it is said why not.
    """
    victims = _victims(bail) if outcome == "out_of_court" else []
    if victims:
        weigh_views(by=by, at=at, victims=victims, about=About.OUT_OF_COURT, why_not=views_why_not)
    record = bailing.end_bail(by=by, at=at, bail=bail, outcome=outcome, why=why)
    step = TOLD_OF.get(outcome)
    if step:
        _owe(bail, step, by, at)
    return record


@action
def court_decided_and_tell(
    *,
    by: Acting,
    at: datetime,
    bail: int,
    granted: bool,
    rung: str,
    court: str,
    why: str,
    decided_at: datetime | None = None,
    key: str | None = None,
) -> str:
    """Record a court's decision on bail, and owe each victim word of it."""
    record = extending_bail.court_decided_bail(
        by=by, at=at, bail=bail, granted=granted, rung=rung, court=court, why=why, decided_at=decided_at
    )
    _owe(bail, Step.BAILED if granted else Step.CONDITIONS_CHANGED, by, at)
    return record


def _victims(bail: int) -> list[Victim]:
    """The victims of the incident the arrest was made for."""
    incident = Bail.objects.values_list("arrest__incident_id", flat=True).get(pk=bail)
    return list(victims_of(incident)) if incident else []


def _owe(bail: int, step: Step, by: Acting, at: datetime) -> None:
    victims = _victims(bail)
    if victims:
        owe_tellings(by=by, at=at, victims=victims, step=step.value, happened_at=at)
