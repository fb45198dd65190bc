"""What the rules say of bail in the database, as of now."""

from datetime import date, datetime, timedelta

from bluelamp import clock
from bluelamp.custody.models import Bail, Detention
from bluelamp.custody.rules import bail_period
from bluelamp.custody.rules.bail_period import OnBail, Period
from bluelamp.deadlines.instants import local_day
from bluelamp.places.law_in_force import law_of

OUTCOMES = {
    "answered": "answered, at the station",
    "breached": "arrested for breach, or for failing to answer",
    "charged": "charged or summonsed",
    "no_further_action": "no further action",
    "under_investigation": "released under investigation",
    "out_of_court": "dealt with out of court",
    "cancelled": "bail cancelled",
    "court_refused": "the court did not extend it",
    "other": "ended otherwise",
}
"""How bail, or a release under investigation, ends."""


def period_of(bail: Bail, at: datetime | None = None) -> Period:
    """The bail period as it stands; asks the bail's arrest and pauses."""
    return bail_period.period(bail=bail.as_facts(), law=law_of("custody"), at=at or clock.now())


def last_day(period: Period) -> date | None:
    """The last day of a period; None while it stands still."""
    return local_day(period.ends.due - timedelta(microseconds=1)) if period.ends else None


def period_from_here(found: Detention, at: datetime) -> Period | None:
    """The period of bail granted from this detention now; after earlier bail the ladder goes on from where it was.

    None where nobody was arrested.
    """
    if found.arrest is None:
        return None
    facts = found.on_bail.as_facts() if found.on_bail else OnBail(arrested_at=found.arrest.arrested_at)
    return bail_period.period(bail=facts, law=law_of("custody"), at=at)
